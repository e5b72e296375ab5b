import { addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import type { LogHealth } from '#app/log-health.server.ts';
import { COUNTED, type TodayView } from '#app/screens/officer/today.tsx';
import { readEnding } from './ending.server.ts';
import { standOf } from './log-health.server.ts';
import { readLastLooks } from './looks.server.ts';
import type { OfficerVisit } from './visit.server.ts';
import { readWorkQueue } from './work-queue.server.ts';

/** For what was decided. */
const WINDOW_MS = 30 * DAY_MS;
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
