import { useI18n } from '#app/i18n/i18n-context.tsx';
import { StateMark } from '#app/ui/state-mark.tsx';
import type { PurposeLine } from './view.ts';
import { usePauseEnd } from './words.ts';

type MarkedLine = Pick<PurposeLine, 'basis' | 'state' | 'reason' | 'pausedUntil' | 'since' | 'until'>;

/** What holds for one purpose, by shape, word and date. */
export function PurposeMark({ line }: { readonly line: MarkedLine }) {
  const { t, format } = useI18n();
  const pauseEnd = usePauseEnd();
  const { basis, state, reason } = line;
  if (basis === 'contract' || basis === 'legal-duty') {
    return (
      <StateMark state={basis === 'contract' ? 'contract' : 'duty'} word={t(`purpose.basis.${basis}`)} />
    );
  }
  if (reason === 'purpose-retired') return <StateMark state="expired" word={t('me.purpose.retired')} />;
  if (state === 'granted' || state === 'open') {
    if (reason === 'paused') {
      const end = line.pausedUntil ? pauseEnd(line.pausedUntil) : undefined;
      return <StateMark state="paused" word={t('me.purpose.paused')} date={end} />;
    }
    if (reason === 'version-ended') return <StateMark state="expired" word={t('me.purpose.oldYesEnded')} />;
    if (reason === 'under-age') return <StateMark state="locked" word={t('me.purpose.restricted')} />;
    if (reason === 'customer-restricted' || reason === 'relationship-restricted') {
      return <StateMark state="locked" word={t('me.purpose.restricted')} />;
    }
  }
  return <StateMark state={state} word={t(`state.customer.consent.${state}`)} date={dateOf(line)} />;

  function dateOf({ state, since, until }: MarkedLine): string | undefined {
    // When it ends, not when it was last changed: a smaller yes is no younger one.
    if (state === 'granted')
      return until ? t('common.date.until', { date: format.date(until) }) : t('me.term.open');
    if (!since || state === 'undecided' || state === 'open') return undefined;
    const key = state === 'pending' ? 'common.date.since' : 'common.date.on';
    return t(key, { date: format.date(since) });
  }
}
