import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { LogSearch } from './log-search.tsx';
import { LogTable } from './log-table.tsx';
import { type LogSearchProblem, type LogView, logPath } from './log-view.ts';
import { personPath } from './paths.ts';

interface LogScreenProps {
  readonly view: LogView;
  readonly problem: LogSearchProblem | undefined;
}

/** The consent log of the company, newest first: what stands in clear, and the way to everything else. */
export function LogScreen({ view, problem }: LogScreenProps) {
  const { t } = useI18n();
  const { search, purposes, lines } = view;
  const [person, ...others] = search.subjects;
  const headline = useHeadline(view);
  return (
    <Stack gap="l">
      <PageHeader
        size="plain"
        title={problem ? t('officer.log.notSearched') : headline}
        lead={t('officer.log.lead')}
        actions={
          person && others.length === 0 ? (
            <ButtonLink size="s" href={personPath(person)} icon="next">
              {t('officer.log.toPerson')}
            </ButtonLink>
          ) : undefined
        }
      />
      <LogSearch search={search} purposes={purposes} problem={problem} />
      {problem ? null : lines.length > 0 ? (
        <>
          <LogTable lines={lines} />
          <Pages view={view} />
        </>
      ) : (
        <EmptyState title={t('common.page.noMatch')}>{t('officer.log.empty')}</EmptyState>
      )}
    </Stack>
  );
}

function useHeadline({ search, total }: LogView): string {
  const { t } = useI18n();
  const narrowed =
    search.subjects.length > 0 ||
    [search.purpose, search.kind, search.method, search.from, search.until].some(Boolean);
  if (!narrowed) return t('officer.log.headline', { count: total });
  return total === 0 ? t('officer.log.foundNone') : t('officer.log.found', { count: total });
}

function Pages({ view: { search, lines, isFirstPage, next } }: { readonly view: LogView }) {
  const { t, format } = useI18n();
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || (isFirstPage && next === null)) return null;
  return (
    <Pagination
      label={t('common.page.label')}
      summary={t('officer.log.shown', { from: format.number(first.index), to: format.number(last.index) })}
      previous={isFirstPage ? undefined : { href: logPath(search), label: t('officer.log.newest') }}
      next={next === null ? undefined : { href: logPath(search, next), label: t('officer.log.older') }}
    />
  );
}
