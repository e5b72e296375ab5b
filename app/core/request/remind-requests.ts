import { addMs, DAY_MS } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import { mailOfficers } from './request-mails.ts';

/** The officer hears of it once, this long before the last day ends. */
export const REMIND_BEFORE_MS = 7 * DAY_MS;
const AT_ONCE = 50;

/** Reminds officers of what is due soon; once per request and deadline. @returns how many */
export async function remindRequests(
  core: Pick<Core, 'storage' | 'sequencer' | 'keys' | 'world'>,
): Promise<number> {
  const dueBy = addMs(core.world.now(), REMIND_BEFORE_MS);
  const due = await core.storage.read.request.toRemind(dueBy, AT_ONCE);
  for (const { id } of due) {
    await core.sequencer.submit(async ({ tx, at }) => {
      const request = await tx.request.find(id);
      if (request?.state !== 'open' || request.remindedAt !== null || request.dueAt > dueBy) return;
      await tx.request.update({ ...request, remindedAt: at });
      await mailOfficers(core, { tx, at }, request, 'request-due');
    });
  }
  return due.length;
}
