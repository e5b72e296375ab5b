import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { Section } from '#app/ui/section.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import type { FieldId } from '#schema/field.ts';
import type { StaffRole } from '#schema/staff.ts';
import { type LookLine, LookList } from './look-list.tsx';
import { LooksFilter } from './looks-filter.tsx';
import { type LookDay, LooksPlot } from './looks-plot.tsx';
import type { CompanyName } from './view.ts';

/** What is asked for; null: everything. */
export interface LookChoice {
  readonly company: string | null;
  readonly field: FieldId | null;
  readonly role: StaffRole | null;
}

export interface LooksView {
  /** Those that can be chosen; fewer than two: no choice is shown. */
  readonly companies: readonly CompanyName[];
  readonly chosen: CompanyName | null;
  /** What anybody ever saw. */
  readonly fields: readonly FieldId[];
  readonly roles: readonly StaffRole[];
  readonly filter: LookChoice;
  /** First and last day of the calendar, ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly days: readonly LookDay[];
  readonly looks: readonly LookLine[];
  /** The next page; null on the last. */
  readonly next: string | null;
  readonly isFirstPage: boolean;
}

export function looksPath(choice: Partial<LookChoice> & { readonly before?: string | null }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(choice)) if (value) query.set(name, value);
  return query.size > 0 ? `/me/looks?${query}` : '/me/looks';
}

/** Every look, as a sentence and as a square in the calendar; nobody's look is said in words too. */
export function LooksScreen(view: LooksView) {
  const { t, format } = useI18n();
  const { companies, chosen, looks, days, next, isFirstPage, filter } = view;
  const filtered = useFilteredTitle();
  const narrowed = filter.field !== null || filter.role !== null;
  const [last] = looks;
  const oldest = looks.at(-1);
  const nobody = looks.length === 0 && isFirstPage;
  const title = nobody
    ? narrowed
      ? t('me.lookMore.filteredNone')
      : chosen
        ? t('me.looks.companyNobody', { company: chosen.name })
        : t('me.looks.nobody')
    : narrowed
      ? filtered(view)
      : isFirstPage && last
        ? t('me.looks.headline', { when: format.relativeDay(last.at), company: last.company.name })
        : t('me.looks.earlier');
  return (
    <Stack gap="l">
      <PageHeader title={title} lead={t('me.looks.lead')} />
      {companies.length > 1 ? (
        <Tabs
          label={t('me.looks.filter')}
          items={[
            {
              href: looksPath({ ...filter, company: null }),
              label: t('me.lookMore.allCompanies'),
              current: chosen === null,
            },
            ...companies.map(({ slug, name }) => ({
              href: looksPath({ ...filter, company: slug }),
              label: name,
              current: chosen?.slug === slug,
            })),
          ]}
        />
      ) : null}
      {isFirstPage && days.length > 0 && !narrowed ? (
        <LooksPlot from={view.from} to={view.to} days={days} />
      ) : null}
      {view.fields.length > 0 ? <LooksFilter {...view} /> : null}
      {nobody ? (
        <EmptyState title={t('me.looks.nobodyTitle')}>
          <p>{t(narrowed ? 'me.lookMore.filteredNoneText' : 'me.looks.nobodyText')}</p>
        </EmptyState>
      ) : (
        <Section id="list" title={t('me.looks.listTitle')}>
          <LookList label={t('me.looks.listTitle')} looks={looks} ask />
          {next || !isFirstPage ? (
            <Pagination
              label={t('common.page.label')}
              summary={oldest ? t('me.looks.upTo', { date: format.date(oldest.at) }) : t('common.page.empty')}
              previous={isFirstPage ? undefined : { href: looksPath(filter), label: t('me.page.newest') }}
              next={next ? { href: next, label: t('me.page.older') } : undefined}
            />
          ) : null}
        </Section>
      )}
    </Stack>
  );
}

/** What was asked for, and how many looks there are to see: "Vorname, Marketing: 3 Blicke". */
function useFilteredTitle(): (view: LooksView) => string {
  const { t } = useI18n();
  return ({ filter: { field, role }, chosen, looks, next, isFirstPage }) => {
    const parts = [field && fieldLabel(t, field), role && t(`common.role.${role}`), chosen?.name];
    const what = parts.filter(Boolean).join(', ');
    const count = looks.reduce((sum, { folded }) => sum + (folded?.times.length ?? 1), 0);
    if (!isFirstPage) return t('me.lookMore.filteredEarlier', { what });
    return t(next ? 'me.lookMore.filteredMore' : 'me.lookMore.filtered', { what, count });
  };
}
