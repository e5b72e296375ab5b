import { useI18n } from '#app/i18n/i18n-context.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import type { Instant } from '#schema/instant.ts';
import { LookTable, type OfficerLook } from './look-table.tsx';
import { Printed } from './printed.tsx';

export interface LooksView {
  readonly at: Instant;
  readonly companyName: string;
  readonly total: number;
  readonly looks: readonly OfficerLook[];
  readonly isFirstPage: boolean;
  /** The next page holds looks before this entry; null on the last. */
  readonly next: number | null;
}

/** Everything the company's people received, by pseudonym. */
export function LooksScreen(view: LooksView) {
  const { t } = useI18n();
  const { at, companyName, total, looks } = view;
  return (
    <Stack gap="l">
      <PageHeader
        size="plain"
        title={total === 0 ? t('officer.looks.none') : t('officer.looks.headline', { count: total })}
        lead={t('officer.looks.lead')}
      />
      {looks.length === 0 ? (
        <EmptyState title={t('common.page.empty')} />
      ) : (
        <LookTable caption={t('officer.looks.table')} looks={looks} />
      )}
      <Pages {...view} />
      <Printed at={at} companyName={companyName} />
    </Stack>
  );
}

function Pages({ looks, isFirstPage, next }: LooksView) {
  const { t, format } = useI18n();
  const [first, last] = [looks[0], looks.at(-1)];
  if (isFirstPage && next === null) return null;
  return (
    <Pagination
      label={t('common.page.label')}
      summary={
        first && last
          ? t('officer.log.shown', { from: format.number(first.index), to: format.number(last.index) })
          : t('common.page.empty')
      }
      previous={isFirstPage ? undefined : { href: '/officer/looks', label: t('officer.log.newest') }}
      next={
        next === null ? undefined : { href: `/officer/looks?before=${next}`, label: t('officer.log.older') }
      }
    />
  );
}
