import { countSegment, maskCount } from '#app/core/segment/count-segment.ts';
import { addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import type { OverviewView } from '#app/screens/company/overview.tsx';
import type { LedgerKind } from '#schema/ledger.ts';
import type { SegmentConditions } from '#schema/segment.ts';
import { nameOf, readOpenPurposes } from './purposes.server.ts';
import type { StaffVisit } from './visit.server.ts';

const EVERYBODY: SegmentConditions = { match: 'all', conditions: [] };

/** Counts only: nothing is disclosed. */
export async function readOverview(visit: StaffVisit): Promise<OverviewView> {
  const { core, company, at } = visit;
  const purposes = await readOpenPurposes(visit);
  const counted = await Promise.all(
    purposes.map(async (current) => ({
      ...nameOf(current),
      ...(await countSegment(core, company.id, current.purpose.id, EVERYBODY)),
    })),
  );
  return {
    companyName: company.profile.name,
    purposes: counted.sort((a, b) => b.visible - a.visible),
    recalls: await core.storage.read.recall.countOpen(company.id, at),
    talks: await readTalks(visit),
    lately: await readLately(visit),
  };
}

/** The earliest due come first, so that the overdue ones are all among them. */
const MOST_WAITING = 200;

async function readTalks({ core, company, at }: StaffVisit): Promise<OverviewView['talks']> {
  const { thread } = core.storage.read;
  const due = await thread.waiting(company.id, MOST_WAITING);
  return {
    waiting: await thread.countWaiting(company.id),
    overdue: due.filter(({ dueAt }) => dueAt !== null && dueAt < at).length,
  };
}

/** What happened in seven days, by kind. A no is told like people who may not be seen: rounded, and never why. */
async function readLately({ core, company, at }: StaffVisit): Promise<OverviewView['lately']> {
  const from = addMs(at, -7 * DAY_MS);
  const count = (...kinds: LedgerKind[]) =>
    core.storage.read.ledger.count({ companyId: company.id, kinds, from });
  return {
    connected: await count('connected'),
    yes: await count('granted', 'changed'),
    no: maskCount(await count('refused', 'withdrawn', 'objected', 'expired')),
    looks: await count('disclosed'),
  };
}
