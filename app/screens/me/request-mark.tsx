import { useI18n } from '#app/i18n/i18n-context.tsx';
import { StateMark, type StateName } from '#app/ui/state-mark.tsx';
import type { RequestLine } from './rights-view.ts';

const SHAPES: Readonly<Record<RequestLine['state'], StateName>> = {
  open: 'pending',
  done: 'granted',
  refused: 'refused',
  'taken-back': 'withdrawn',
};

/** Where a request stands: shape, word and the day that matters. */
export function RequestMark({ state, late, dueOn, closedAt }: Omit<RequestLine, 'company'>) {
  const { t, format } = useI18n();
  return (
    <StateMark
      state={late ? 'expired' : SHAPES[state]}
      word={t(`me.rights.state.${late ? 'late' : state}`)}
      date={closedAt ? format.date(closedAt) : t('me.rights.state.by', { date: format.day(dueOn) })}
    />
  );
}
