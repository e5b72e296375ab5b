import { useI18n } from '#app/i18n/i18n-context.tsx';
import type { DecisionMethod } from '#schema/consent.ts';
import type { LedgerKind } from '#schema/ledger.ts';
import type { RecallKind } from '#schema/recall.ts';
import { deedOf } from './recall-words.ts';
import type { CompanyName } from './view.ts';
import type { Wish } from './wish.ts';

interface Event {
  readonly kind: LedgerKind;
  readonly company: CompanyName | null;
  readonly confirmed: readonly RecallKind[];
  readonly method: DecisionMethod | null;
  /** What was wished for, in an entry about wishes. */
  readonly wishes: readonly Wish[];
}

/** What happened, in a sentence: a company's word names the company and what it says that it did; what nobody pressed does not say "you". */
export function useEventWords(): (event: Event) => string {
  const { t } = useI18n();
  return ({ kind, company, confirmed, method, wishes: [wish, ...more] }) => {
    if (company && confirmed.length > 0)
      return t(`me.recalls.said.${deedOf(confirmed)}`, { company: company.name });
    if (wish && wish.kind !== 'language' && more.length === 0)
      return t(`me.history.wished.${wish.kind === 'pause' && !wish.until ? 'pauseEnded' : wish.kind}`);
    return kind === 'objected' && method === 'system'
      ? t('me.history.stopKept')
      : t(`state.customer.event.${kind}`);
  };
}
