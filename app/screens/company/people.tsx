import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import type { FieldId } from '#schema/field.ts';
import type { SubjectId } from '#schema/ids.ts';
import { textIn } from '#schema/language.ts';
import { PeopleTable } from './people-table.tsx';
import {
  exportPath,
  listPath,
  newSegmentPath,
  type PersonView,
  type PurposeName,
  type SegmentName,
  segmentPath,
} from './view.ts';

export interface PeopleView {
  readonly companyName: string;
  readonly purpose: PurposeName;
  /** By consent; otherwise it runs until somebody says stop. */
  readonly byConsent: boolean;
  readonly segment: SegmentName | null;
  readonly fields: readonly FieldId[];
  readonly people: readonly PersonView[];
  /** On all pages. */
  readonly visible: number;
  readonly pageSize: number;
  readonly isFirst: boolean;
  readonly next: SubjectId | null;
}

/** A page of people: looking at it is a look that each of them will see. */
export function PeopleScreen(view: PeopleView) {
  const { t, language } = useI18n();
  const { companyName, purpose, segment, people, pageSize, isFirst, next } = view;
  return (
    <Stack gap="l">
      <PeopleHeader {...view} />
      {people.length === 0 ? (
        <EmptyState title={t(isFirst ? 'company.people.emptyTitle' : 'company.people.pastEnd')}>
          <p>{t(isFirst ? 'company.people.emptyText' : 'company.people.pastEndText')}</p>
        </EmptyState>
      ) : (
        <>
          {isFirst ? (
            <Notice tone="info" title={t('company.shown.list')}>
              <p>{t('company.shown.listText', { company: companyName })}</p>
            </Notice>
          ) : (
            <p className="soft measure">{t('company.shown.listText', { company: companyName })}</p>
          )}
          <PeopleTable
            caption={textIn(purpose.title, language)}
            purpose={purpose}
            fields={view.fields}
            people={people}
          />
        </>
      )}
      {isFirst && !next ? null : (
        <Pagination
          label={t('common.page.label')}
          summary={t('company.people.page', { size: pageSize })}
          previous={
            isFirst
              ? undefined
              : { href: listPath(purpose.slug, segment, null), label: t('company.people.first') }
          }
          next={
            next
              ? { href: listPath(purpose.slug, segment, next), label: t('company.people.next') }
              : undefined
          }
        />
      )}
    </Stack>
  );
}

function PeopleHeader({ purpose, byConsent, segment, visible }: PeopleView) {
  const { t, language } = useI18n();
  const title = textIn(purpose.title, language);
  return (
    <PageHeader
      size="plain"
      back={
        <BackLink
          label={t('common.nav.breadcrumb')}
          trail={[
            segment
              ? { href: segmentPath(segment.id), label: t('company.people.toSegment') }
              : { href: '/company/people', label: t('company.people.otherPurpose') },
          ]}
        />
      }
      title={
        segment
          ? t('company.people.headlineSegment', { count: visible, segment: segment.name })
          : t('company.people.headline', { count: visible, purpose: title })
      }
      lead={
        segment
          ? t('company.people.leadSegment', { purpose: title })
          : t(byConsent ? 'company.people.lead' : 'company.people.leadOpen')
      }
      actions={
        visible === 0 ? undefined : (
          <>
            <ButtonLink size="s" href={exportPath(purpose.slug, segment)} icon="download">
              {t('company.people.export')}
            </ButtonLink>
            {segment ? null : (
              <ButtonLink size="s" href={newSegmentPath(purpose.slug)}>
                {t('company.people.buildSegment')}
              </ButtonLink>
            )}
          </>
        )
      }
    />
  );
}
