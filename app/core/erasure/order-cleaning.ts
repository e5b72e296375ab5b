import type { Instant } from '#schema/instant.ts';
import type { Core } from '../shared/core.ts';
import type { Writers } from '../shared/storage.ts';

/** Wipes what is left in free pages and write-ahead logs of the files. */
export const CLEAN_JOB = 'clean-storage';

/** In the transaction that removes something. One order is enough for all that was removed before it is carried out. */
export async function orderCleaning(
  { world }: Pick<Core, 'world'>,
  tx: Pick<Writers, 'job'>,
  at: Instant,
): Promise<void> {
  if ((await tx.job.countDue(at, [CLEAN_JOB])) > 0) return;
  const job = { id: world.newId(), kind: CLEAN_JOB, payload: '{}', sealed: null, keyId: null, runAt: at };
  await tx.job.insert(job, at);
}
