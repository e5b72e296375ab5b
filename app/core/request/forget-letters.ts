import { addMonths } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import { ANSWER_MONTHS } from './request.ts';

const AT_ONCE = 100;

/**
 * Closed requests of people who are not in the portal go with their files when
 * nobody needs them any more. Those of customers go with their relationship.
 *
 * @returns how many went
 */
export async function forgetLetters({ storage, world }: Pick<Core, 'storage' | 'world'>): Promise<number> {
  const before = addMonths(world.now(), -ANSWER_MONTHS);
  const ids = await storage.read.request.oldLetters(before, AT_ONCE);
  for (const id of ids) await storage.transact((tx) => tx.request.remove(id));
  return ids.length;
}
