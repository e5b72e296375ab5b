import { confirmRecalls } from '#app/core/recall/confirm-recalls.ts';
import { endRelationship } from '#app/core/relationship/end-relationship.ts';
import { addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import { groupBy } from '#app/core/shared/group-by.ts';
import type { LeaveAct } from './plan/planned-act.ts';
import { personNamed, type ReplayContext, staffNamed } from './replay-context.ts';

/** So fresh is left for the next time. */
const FRESH_MS = 2 * DAY_MS;
const AT_ONCE = 1_000;

/** People who end it with a company, and companies that do what recalls ask of them. */
export async function replayLeave(replay: ReplayContext, act: LeaveAct): Promise<void> {
  const { core, cast } = replay;
  const companyId = cast.companies[act.company].id;
  if (act.kind === 'end') {
    const { customerId } = personNamed(replay, act.person);
    await endRelationship(
      core,
      { customerId, companyId },
      {
        actor: { kind: 'customer', name: '' },
        method: 'web',
        source: `/me/companies/${act.company}/leave`,
        language: null,
      },
    );
    return;
  }
  await replay.flush();
  const staff = staffNamed(replay, act.staff);
  const before = addMs(core.world.now(), -FRESH_MS);
  const due = (await core.storage.read.recall.open(companyId, AT_ONCE)).filter(
    ({ openedAt }) => openedAt < before,
  );
  for (const own of groupBy(due, ({ relationshipId }) => relationshipId).values())
    await confirmRecalls(core, { staff, recallIds: own.map(({ id }) => id), note: act.note });
}
