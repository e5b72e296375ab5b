import { useI18n } from '#app/i18n/i18n-context.tsx';
import { StateMark, type StateName } from '#app/ui/state-mark.tsx';
import type { LedgerKind } from '#schema/ledger.ts';

/** Decisions have a shape of their own; whatever else happened is only a word. */
const SHAPES: Readonly<Partial<Record<LedgerKind, StateName>>> = {
  pending: 'pending',
  granted: 'granted',
  changed: 'granted',
  refused: 'refused',
  withdrawn: 'withdrawn',
  objected: 'objected',
  expired: 'expired',
  undone: 'undecided',
  restricted: 'locked',
};

/** What happened, in exact words. */
export function EventMark({ kind }: { readonly kind: LedgerKind }) {
  const { t } = useI18n();
  const word = t(`state.officer.event.${kind}`);
  const shape = SHAPES[kind];
  return shape ? <StateMark state={shape} word={word} /> : word;
}
