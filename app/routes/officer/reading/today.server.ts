import { addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import type { LogHealth } from '#app/log-health.server.ts';
import { COUNTED, type EndingItem, type TodayView } from '#app/screens/officer/today.tsx';
import { standOf } from './log-health.server.ts';
import { readLastLooks } from './looks.server.ts';
import type { OfficerVisit } from './visit.server.ts';
import { readWorkQueue } from './work-queue.server.ts';

/** Both for what was decided and for what ends. */
const WINDOW_MS = 30 * DAY_MS;
/** A confirmation mail is valid for a day; after a week nobody is about to answer it. */
const PENDING_MS = 7 * DAY_MS;
const LOOKS = 5;

export async function readToday(visit: OfficerVisit, health: LogHealth): Promise<TodayView> {
  const { core, company, at } = visit;
  const from = addMs(at, -WINDOW_MS);
  return {
    at,
    companyName: company.profile.name,
    log: standOf(health),
    decisions: await Promise.all(
      COUNTED.map(async (kind) => ({
        kind,
        count: await core.storage.read.ledger.count({ companyId: company.id, kinds: [kind], from }),
      })),
    ),
    queue: await readWorkQueue(visit),
    ending: await readEnding(visit),
    looks: await readLastLooks(visit, LOOKS),
  };
}

/** What waits too long and what ends soon, purpose by purpose. */
async function readEnding({ core, company, at }: OfficerVisit): Promise<EndingItem[]> {
  const { purpose: purposes, consent } = core.storage.read;
  const soon = addMs(at, WINDOW_MS);
  const known = await purposes.all(company.id);
  const counts = await consent.due(
    known.map(({ purpose }) => purpose.id),
    { at, expiringBefore: soon, pendingBefore: addMs(at, -PENDING_MS) },
  );
  const ending: EndingItem[] = [];
  for (const { purpose, version: newest } of known) {
    const of = { slug: purpose.slug, title: newest.content.title };
    for (const { id, version, usableUntil } of await purposes.versions(purpose.id)) {
      const found = counts.find(({ versionId }) => versionId === id);
      // Where the use of a version is over, its grants open nothing any more.
      if (!found || (usableUntil !== null && usableUntil <= at)) continue;
      const { pending, expiring, granted } = found;
      if (pending > 0) ending.push({ ...of, what: 'pending', version, count: pending, until: null });
      if (expiring > 0) ending.push({ ...of, what: 'expiring', version, count: expiring, until: null });
      if (granted > 0 && usableUntil !== null && usableUntil <= soon)
        ending.push({ ...of, what: 'ending', version, count: granted, until: usableUntil });
    }
  }
  return ending;
}
