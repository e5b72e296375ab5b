import { useI18n } from '#app/i18n/i18n-context.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Section } from '#app/ui/section.tsx';
import { StateMark } from '#app/ui/state-mark.tsx';
import type { RequestId, SubjectId, ThreadId } from '#schema/ids.ts';
import { type Instant, msOf } from '#schema/instant.ts';
import type { RequestKind } from '#schema/request.ts';
import type { StatementTarget } from '#schema/thread.ts';
import { officerThreadPath } from './messages.tsx';
import { shortSubject } from './paths.ts';
import { requestPath, requestsPath } from './request-view.ts';

/** One thing, or several of a kind that lead to one page. */
export type QueueItem = {
  readonly key: string;
  readonly count: number;
  /** Of several: of the oldest. */
  readonly dueAt: Instant;
  readonly late: boolean;
} & (
  | {
      readonly what: 'request';
      readonly id: RequestId;
      readonly kind: RequestKind;
      /** `YYYY-MM-DD` */
      readonly arrivedOn: string;
      /** Its last day; `dueAt` is the end of it. */
      readonly dueOn: string;
    }
  | { readonly what: 'call'; readonly id: ThreadId; readonly subject: SubjectId | null }
  | { readonly what: 'dispute'; readonly target: StatementTarget }
  /** Conversations that the officer was not called to. */
  | { readonly what: 'silence' }
  | { readonly what: 'recall' }
);

interface WorkQueueProps {
  readonly at: Instant;
  /** What is late first. */
  readonly queue: readonly QueueItem[];
}

/** What waits for the officer: late first, then by the day it is due. */
export function WorkQueue({ at, queue }: WorkQueueProps) {
  const { t } = useI18n();
  const words = useQueueWords();
  return (
    <Section
      id="queue"
      title={t('officer.today.queue')}
      action={<a href={requestsPath}>{t('officer.requests.toQueue')}</a>}
    >
      {queue.length === 0 ? (
        <p className="soft">{t('officer.today.queueNothing')}</p>
      ) : (
        <LinkList
          label={t('officer.today.queue')}
          rows={queue.map((item) => ({
            key: `${item.what} ${item.key}`,
            ...words(item),
            end: <Due at={at} item={item} />,
          }))}
        />
      )}
    </Section>
  );
}

export function lateIn(queue: readonly QueueItem[]): number {
  return queue.reduce((sum, { late, count }) => sum + (late ? count : 0), 0);
}

function useQueueWords() {
  const { t, format } = useI18n();
  return (item: QueueItem): { title: string; detail?: string; href?: string } => {
    switch (item.what) {
      case 'request':
        return {
          title: t(`officer.requests.kind.${item.kind}`),
          detail: t('officer.today.arrived', { date: format.day(item.arrivedOn) }),
          href: requestPath(item.id),
        };
      case 'call':
        return {
          title: t('officer.today.call'),
          ...(item.subject
            ? { detail: t('officer.customer.title', { subject: shortSubject(item.subject) }) }
            : {}),
          href: officerThreadPath(item.id),
        };
      case 'dispute':
        return {
          title: t(`officer.today.dispute.${item.target}`, { count: item.count }),
          href: '/officer/messages#statements',
        };
      case 'silence':
        return {
          title: t('officer.today.silence', { count: item.count }),
          detail: t('officer.today.silenceText'),
          href: '/officer/messages',
        };
      case 'recall':
        return { title: t('officer.today.recall', { count: item.count }), href: '/officer/recalls' };
    }
  };
}

const DAY_MS = 24 * 3600 * 1000;

function Due({ at, item }: { readonly at: Instant; readonly item: QueueItem }) {
  const { t, format } = useI18n();
  const { what, late, dueAt } = item;
  const date = what === 'request' ? format.day(item.dueOn) : format.date(dueAt);
  if (late) {
    const word = t(what === 'call' ? 'officer.today.waits' : 'officer.requests.late');
    return <StateMark state="expired" word={word} date={t('officer.proof.sinceDate', { date })} />;
  }
  const count = Math.floor((msOf(dueAt) - msOf(at)) / DAY_MS);
  return (
    <StateMark
      state="pending"
      word={count === 0 ? t('officer.today.dueToday') : t('officer.today.daysLeft', { count })}
      date={t('officer.proof.untilDate', { date })}
    />
  );
}
