import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { Section } from '#app/ui/section.tsx';
import { EntryList, type EntryView } from '../thread/entry-list.tsx';
import { Branded } from './branded.tsx';
import { type CompanyName, companyPath } from './view.ts';

export interface CompanyRecordView {
  readonly company: CompanyName;
  readonly entries: readonly EntryView[];
  readonly next: string | null;
  readonly isFirstPage: boolean;
}

export const recordPath = (company: string): string => `${companyPath(company)}/record`;
export const askEntryPath = (company: string, id: string): string =>
  `/me/messages/new?${new URLSearchParams({ company, entry: id })}`;

/** What the company wrote down, entry by entry, each with a way to disagree. */
export function CompanyRecordScreen({ company, entries, next, isFirstPage }: CompanyRecordView) {
  const { t, format } = useI18n();
  const { name, slug } = company;
  const oldest = entries.at(-1);
  const none = entries.length === 0 && isFirstPage;
  return (
    <Branded company={slug}>
      <Stack gap="l">
        <PageHeader
          back={
            <BackLink label={t('common.nav.breadcrumb')} trail={[{ href: companyPath(slug), label: name }]} />
          }
          title={
            none
              ? t('me.record.headlineNone', { company: name })
              : next || !isFirstPage
                ? t('me.record.title')
                : t('me.record.headline', { company: name, count: entries.length })
          }
          lead={t('me.record.lead')}
        />
        {none ? (
          <EmptyState title={t('me.record.noneTitle')}>
            <p>{t('me.record.noneText')}</p>
          </EmptyState>
        ) : (
          <Section id="entries" title={t('me.record.list')}>
            <EntryList
              label={t('me.record.list')}
              entries={entries}
              recorded={({ recordedAt, role }) =>
                t('me.record.recorded', {
                  when: format.relativeDay(recordedAt),
                  role: t(`common.role.${role}`),
                })
              }
              statementTitle={(at) => t('me.record.statement', { date: format.date(at) })}
              more={(entry) => (
                <>
                  {entry.statement ? <p className="soft small">{t('me.record.statementMeans')}</p> : null}
                  <p>
                    <a href={askEntryPath(slug, entry.id)}>{t('me.record.ask')}</a>
                  </p>
                </>
              )}
            />
          </Section>
        )}
        {next || !isFirstPage ? (
          <Pagination
            label={t('common.page.label')}
            summary={
              oldest ? t('me.looks.upTo', { date: format.date(oldest.recordedAt) }) : t('common.page.empty')
            }
            previous={isFirstPage ? undefined : { href: recordPath(slug), label: t('me.page.newest') }}
            next={next ? { href: next, label: t('me.page.older') } : undefined}
          />
        ) : null}
      </Stack>
    </Branded>
  );
}
