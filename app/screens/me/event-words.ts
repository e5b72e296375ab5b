import { useI18n } from '#app/i18n/i18n-context.tsx';
import type { LedgerKind } from '#schema/ledger.ts';
import type { RecallKind } from '#schema/recall.ts';
import { deedOf } from './recall-words.ts';
import type { CompanyName } from './view.ts';

interface Event {
  readonly kind: LedgerKind;
  readonly company: CompanyName | null;
  readonly confirmed: readonly RecallKind[];
}

/** What happened, in a sentence: a company's word names the company and what it says that it did. */
export function useEventWords(): (event: Event) => string {
  const { t } = useI18n();
  return ({ kind, company, confirmed }) =>
    company && confirmed.length > 0
      ? t(`me.recalls.said.${deedOf(confirmed)}`, { company: company.name })
      : t(`state.customer.event.${kind}`);
}
