import { useI18n } from '#app/i18n/i18n-context.tsx';
import { StateMark, type StateName } from '#app/ui/state-mark.tsx';
import type { ThreadState } from '#schema/thread.ts';
import type { ThreadLine } from './view.ts';

const SHAPES: Readonly<Record<ThreadState, StateName>> = {
  open: 'pending',
  answered: 'granted',
  closed: 'refused',
};

/** Whose turn it is, with shape, word and day. */
export function StateOfThread({
  thread,
  companyName,
}: {
  readonly thread: ThreadLine;
  readonly companyName: string;
}) {
  const { t, format } = useI18n();
  const { state, startedBy, dueAt, overdue, lastAt, wishedBy } = thread;
  const word =
    state === 'open'
      ? t('thread.state.open', { company: companyName })
      : state === 'answered' && startedBy === 'company'
        ? t('thread.state.written', { company: companyName })
        : t(`thread.state.${state}`);
  const wished = state === 'open' && wishedBy && !overdue ? wishedBy : null;
  const date =
    state !== 'open'
      ? format.relativeDay(lastAt)
      : wished
        ? t('me.messages.wished', { date: format.day(wished) })
        : dueAt && t(overdue ? 'me.messages.overdue' : 'me.messages.until', { date: format.date(dueAt) });
  return <StateMark state={SHAPES[state]} word={word} date={date} />;
}
