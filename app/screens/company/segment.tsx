import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Details } from '#app/ui/details.tsx';
import { Actions, Prose, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Instant } from '#schema/instant.ts';
import { textIn } from '#schema/language.ts';
import type { SegmentConditions } from '#schema/segment.ts';
import { conditionText, matchText } from './condition-words.ts';
import { exportPath, listPath, type PurposeName, type SegmentName } from './view.ts';

export interface SegmentView {
  readonly segment: SegmentName;
  readonly purpose: PurposeName;
  /** The purpose no longer exists: nobody belongs to the segment. */
  readonly retired: boolean;
  readonly conditions: SegmentConditions;
  readonly visible: number;
  /** Rounded; null: fewer than 5. */
  readonly hidden: number | null;
  readonly createdAt: Instant;
  readonly createdBy: string;
  /** By whoever looks. */
  readonly own: boolean;
  /** It was saved a moment ago. */
  readonly saved: boolean;
}

/** A saved question with today's count; nothing is read. */
export function SegmentScreen(view: SegmentView) {
  const i18n = useI18n();
  const { t, format, language } = i18n;
  const { segment, purpose, conditions, visible, hidden } = view;
  return (
    <Stack gap="l">
      {view.saved ? <Notice tone="done" live="status" title={t('company.segment.savedNow')} /> : null}
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[{ href: '/company/segments', label: t('company.segment.back') }]}
          />
        }
        title={t('company.segment.headline', { count: visible, name: segment.name })}
        lead={
          view.retired
            ? t('company.segment.retired')
            : t('company.segment.lead', { purpose: textIn(purpose.title, language) })
        }
        actions={
          view.retired ? undefined : (
            <>
              <ButtonLink href={listPath(purpose.slug, segment, null)}>
                {t('company.segment.toPeople')}
              </ButtonLink>
              <ButtonLink href={exportPath(purpose.slug, segment)} icon="download">
                {t('company.segment.toExport')}
              </ButtonLink>
            </>
          )
        }
      />
      <Section id="question" title={t('company.segment.question')}>
        <Stack gap="s">
          <p>{matchText(i18n, conditions)}</p>
          {conditions.conditions.length > 0 ? (
            <Prose>
              <ul>
                {conditions.conditions.map((condition) => (
                  <li key={`${condition.field} ${condition.operator} ${condition.values.join()}`}>
                    {conditionText(i18n, condition)}
                  </li>
                ))}
              </ul>
            </Prose>
          ) : null}
        </Stack>
      </Section>
      <DescriptionList
        facts={[
          {
            term: t('company.segment.hidden'),
            text:
              hidden === null
                ? t('company.segment.hiddenFew')
                : t('company.segment.hiddenText', { number: hidden }),
          },
          {
            term: t('company.segment.saved'),
            text: view.own
              ? t('company.segment.savedByYou', { date: format.date(view.createdAt) })
              : t('company.segment.savedBy', { date: format.date(view.createdAt), staff: view.createdBy }),
          },
        ]}
      />
      <Details summary={t('company.segment.removeSummary')}>
        <Stack gap="s">
          <p>{t('company.segment.removeText')}</p>
          <form method="post">
            <Actions>
              <Button kind="neutral" size="s" name="act" value="remove">
                {t('company.segment.remove')}
              </Button>
            </Actions>
          </form>
        </Stack>
      </Details>
    </Stack>
  );
}
