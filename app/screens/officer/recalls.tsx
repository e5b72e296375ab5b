import { useI18n } from '#app/i18n/i18n-context.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Instant } from '#schema/instant.ts';
import { RecallTable } from '../company/recall-table.tsx';
import type { CompanyRecall } from '../company/recall-view.ts';
import { entryPath } from './paths.ts';
import { Printed } from './printed.tsx';

export interface RecallsView {
  readonly at: Instant;
  readonly companyName: string;
  readonly counts: { readonly open: number; readonly overdue: number };
  /** First due first. */
  readonly open: readonly CompanyRecall[];
  readonly closed: readonly CompanyRecall[];
}

/** Whether the company does in time what people asked of it. */
export function RecallsScreen({ at, companyName, counts, open, closed }: RecallsView) {
  const { t } = useI18n();
  const parts = [
    { id: 'open', title: t('officer.recalls.open'), recalls: open },
    { id: 'closed', title: t('officer.recalls.closed'), recalls: closed },
  ];
  return (
    <Stack gap="l">
      <PageHeader
        size="plain"
        title={[
          counts.open > 0
            ? t('officer.recalls.headline', { count: counts.open })
            : t('officer.recalls.headlineNone'),
          ...(counts.overdue > 0 ? [t('officer.recalls.overdue', { count: counts.overdue })] : []),
        ].join(' ')}
        lead={t('officer.recalls.lead')}
      />
      {parts.map(({ id, title, recalls }) => (
        <Section key={id} id={id} title={title}>
          {recalls.length > 0 ? (
            <RecallTable caption={title} recalls={recalls} entryPath={entryPath} />
          ) : (
            <EmptyState title={t('officer.recalls.none')} />
          )}
        </Section>
      ))}
      <Printed at={at} companyName={companyName} />
    </Stack>
  );
}
