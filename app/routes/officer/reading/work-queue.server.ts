import { isOverdue } from '#app/core/recall/recall.ts';
import type { Thread } from '#app/core/thread/thread.ts';
import type { QueueItem } from '#app/screens/officer/work-queue.tsx';
import type { Instant } from '#schema/instant.ts';
import type { StatementTarget } from '#schema/thread.ts';
import type { OfficerVisit } from './visit.server.ts';

/** The next ones; the rest stands on the page of requests. */
const REQUESTS = 8;
/** More than a company leaves open at once. */
const WAITING = 500;

/** What waits for the officer, or for colleagues who are late, in the order in which it is due. */
export async function readWorkQueue(visit: OfficerVisit): Promise<QueueItem[]> {
  const waiting = await visit.core.storage.read.thread.waiting(visit.company.id, WAITING);
  const called = waiting.filter(({ officerSince }) => officerSince !== null);
  const others = waiting.filter(({ officerSince }) => officerSince === null);
  const disputed = await disputedThreads(visit, others);
  const plain = others.filter(({ id }) => !disputed.some(({ threadId }) => threadId === id));
  const items = [
    ...(await dueRequests(visit)),
    ...(await calls(visit, called)),
    ...disputes(visit, disputed),
    ...lateAnswers(visit, plain),
    ...(await lateRecalls(visit)),
  ];
  return items.sort((a, b) => rank(a) - rank(b) || (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}

/** What is late, the request with the law's own clock first; then everything by its day. */
function rank({ late, what }: QueueItem): number {
  return late ? LATE.indexOf(what) : LATE.length;
}
const LATE: readonly QueueItem['what'][] = ['request', 'call', 'dispute', 'recall', 'silence'];

async function dueRequests({ core, company, at }: OfficerVisit): Promise<QueueItem[]> {
  const { read } = core.storage;
  const open = await read.request.ofCompany(company.id, { closed: false, limit: REQUESTS });
  return open.map(({ id, kind, arrivedOn, dueOn, dueAt }) => ({
    what: 'request' as const,
    key: id,
    id,
    kind,
    arrivedOn,
    dueOn,
    count: 1,
    dueAt,
    late: dueAt <= at,
  }));
}

/** The customer called after silence, and there still is no answer. */
function calls({ core }: OfficerVisit, called: readonly Thread[]): Promise<QueueItem[]> {
  return Promise.all(
    called.map(async ({ id, officerSince, lastAt, relationshipId }) => {
      const relationship = await core.storage.read.relationship.find(relationshipId);
      const subject = relationship?.subject ?? null;
      const item = { what: 'call', key: id, id, subject, count: 1, late: true } as const;
      return { ...item, dueAt: officerSince ?? lastAt };
    }),
  );
}

interface Disputed {
  readonly target: StatementTarget;
  readonly threadId: Thread['id'];
  readonly dueAt: Instant;
}

/** What people hold against a look or an entry, while nobody has answered. */
async function disputedThreads(
  { core, company }: OfficerVisit,
  waiting: readonly Thread[],
): Promise<Disputed[]> {
  const dueOf = new Map(waiting.map(({ id, dueAt }) => [id, dueAt]));
  const found: Disputed[] = [];
  for (const target of ['look', 'entry'] as const) {
    for (const { threadId } of await core.storage.read.thread.statementsOfCompany(
      company.id,
      target,
      WAITING,
    )) {
      const dueAt = dueOf.get(threadId);
      if (dueAt) found.push({ target, threadId, dueAt });
    }
  }
  return found;
}

function disputes({ at }: OfficerVisit, disputed: readonly Disputed[]): QueueItem[] {
  return (['look', 'entry'] as const).flatMap((target) => {
    const due = disputed.flatMap((one) => (one.target === target ? one.dueAt : [])).sort();
    const [dueAt] = due;
    if (!dueAt) return [];
    return { what: 'dispute' as const, key: target, target, count: due.length, dueAt, late: dueAt <= at };
  });
}

/** Conversations that the officer may not read: only that the company has let its time run out. */
function lateAnswers({ at }: OfficerVisit, waiting: readonly Thread[]): QueueItem[] {
  const due = waiting.flatMap(({ dueAt }) => (dueAt && dueAt <= at ? dueAt : [])).sort();
  const [dueAt] = due;
  return dueAt ? [{ what: 'silence', key: 'silence', count: due.length, dueAt, late: true }] : [];
}

async function lateRecalls({ core, company, at }: OfficerVisit): Promise<QueueItem[]> {
  const { recall } = core.storage.read;
  const [oldest] = await recall.open(company.id, 1);
  if (!oldest || !isOverdue(oldest, at)) return [];
  const { overdue } = await recall.countOpen(company.id, at);
  return [{ what: 'recall', key: 'recall', count: overdue, dueAt: oldest.dueAt, late: true }];
}
