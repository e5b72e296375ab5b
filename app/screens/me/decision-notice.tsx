import { useI18n } from '#app/i18n/i18n-context.tsx';
import type { MessageKey } from '#app/i18n/message-key.ts';
import { Notice } from '#app/ui/notice.tsx';
import type { ConsentState } from '#schema/consent.ts';
import type { PurposeView } from './purpose-view.ts';
import { useFieldList } from './words.ts';

type NextKey = Extract<MessageKey, `me.decided.next.${string}`>;

/** What follows from a state, said right after the act that led to it. */
const NEXT: Readonly<Record<ConsentState, NextKey>> = {
  undecided: 'me.decided.next.nothing',
  pending: 'me.decided.next.pending',
  granted: 'me.decided.next.granted',
  refused: 'me.decided.next.nothing',
  withdrawn: 'me.decided.next.ended',
  expired: 'me.decided.next.ended',
  open: 'me.decided.next.open',
  objected: 'me.decided.next.ended',
};

/** From what to what, when, under which number, and what happens next. */
export function DecisionNotice({ view: { flash, company } }: { readonly view: PurposeView }) {
  const { t, format } = useI18n();
  const fields = useFieldList();
  if (!flash) return null;
  if (flash === 'same') return <Notice tone="info" live="status" title={t('common.status.unchanged')} />;
  const { from, to, at, index, undone, dropped, added } = flash;
  const stays = from === to;
  const word = (state: ConsentState) => t(`state.customer.consent.${state}`);
  return (
    <Notice tone="done" live="status" title={t(undone ? 'common.status.undone' : 'me.decided.saved')}>
      <p>
        {stays
          ? t('me.decided.stays', { state: word(to) })
          : t('me.decided.fromTo', { from: word(from), to: word(to) })}
      </p>
      {dropped.length > 0 ? <p>{t('me.decided.dropped', { fields: fields(dropped) })}</p> : null}
      {added.length > 0 ? <p>{t('me.decided.added', { fields: fields(added) })}</p> : null}
      {stays ? null : <p>{t(NEXT[to], { company: company.name })}</p>}
      <p className="small">
        <a href={`/me/history/${index}`}>
          {t('me.decided.reference', { time: format.dateTime(at), number: String(index) })}
        </a>
      </p>
    </Notice>
  );
}
