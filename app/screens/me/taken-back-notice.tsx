import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Actions } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { ConsentState } from '#schema/consent.ts';
import type { Instant } from '#schema/instant.ts';
import { type LocalizedText, textIn } from '#schema/language.ts';
import { IntentField } from './intent-field.tsx';

/** What one "take everything back" ended, read from what is stored now. */
export interface TakenBack {
  readonly at: Instant;
  readonly purposes: readonly {
    readonly company: string;
    readonly title: LocalizedText;
    readonly from: ConsentState;
    readonly to: ConsentState;
  }[];
  /** Ledger indices, the reference of the act. */
  readonly first: number;
  readonly last: number;
  /** Null: the ten minutes are over, or it was undone. */
  readonly undoUntil: Instant | null;
}

interface TakenBackNoticeProps {
  readonly taken: TakenBack;
  readonly intentId: string;
  readonly action: string;
}

export function TakenBackNotice({ taken, intentId, action }: TakenBackNoticeProps) {
  const { t, format, language } = useI18n();
  const { purposes, at, first, last, undoUntil } = taken;
  const word = (state: ConsentState) => t(`state.customer.consent.${state}`);
  return (
    <Notice tone="done" live="status" title={t('me.takeBack.done', { count: purposes.length })}>
      <ul>
        {purposes.map(({ company, title, from, to }) => {
          const name = t('me.takeBack.named', { purpose: textIn(title, language), company });
          return (
            <li key={name}>
              {name}
              <br />
              {t('me.decided.fromTo', { from: word(from), to: word(to) })}
            </li>
          );
        })}
      </ul>
      <p>{t('me.takeBack.doneNext')}</p>
      <p className="small">
        {t('me.decided.reference', {
          time: format.dateTime(at),
          number: first === last ? String(first) : `${first}–${last}`,
        })}
      </p>
      {undoUntil ? (
        <form method="post" action={action} className="stack stack-s">
          <IntentField id={intentId} />
          <input type="hidden" name="first" value={first} />
          <input type="hidden" name="last" value={last} />
          <p className="small">{t('common.status.undoUntil', { time: format.time(undoUntil) })}</p>
          <Actions>
            <Button size="s" name="act" value="undo">
              {t('common.action.undo')}
            </Button>
          </Actions>
        </form>
      ) : null}
    </Notice>
  );
}

/** After the way back: how many things hold again as before. */
export function UndoneNotice({ count }: { readonly count: number }) {
  const { t } = useI18n();
  return count > 0 ? (
    <Notice tone="done" live="status" title={t('me.takeBack.undone', { count })} />
  ) : (
    <Notice tone="problem" live="alert" title={t('error.decision.undoNotLast')} />
  );
}
