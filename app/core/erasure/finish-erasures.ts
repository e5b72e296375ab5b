import type { CustomerId } from '#schema/ids.ts';
import type { DecisionContext } from '../consent/apply-decision.ts';
import { ANSWER_MONTHS } from '../request/request.ts';
import { addMonths } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import { eraseInside } from './erase-customer.ts';
import { forgetOldFarewells } from './farewell.ts';
import { finishErasure, forgetRelationship } from './finish-erasure.ts';

const BATCH = 100;

/** Said in the log of an erasure that the portal itself carries through. */
export const BY_SYSTEM: DecisionContext = {
  actor: { kind: 'system', name: '' },
  method: 'system',
  source: 'erasure',
  language: null,
};

/**
 * Goes on with erasures that were cut short, and forgets the relationships
 * whose proof is no longer needed. Safe to run at any time and twice at once.
 *
 * @returns how many it ended
 */
export async function finishErasures(core: Core): Promise<number> {
  const { erasure } = core.storage.read;
  let done = 0;
  for (const customerId of await erasure.pending(BATCH)) {
    await carryThrough(core, customerId);
    done += 1;
  }
  const at = core.world.now();
  for (const id of await erasure.proofsOver(at, addMonths(at, -ANSWER_MONTHS), BATCH)) {
    await forgetRelationship(core, id);
    done += 1;
  }
  await forgetOldFarewells(core);
  return done;
}

/** A relationship that still runs belongs to an account that came back with an old backup: the log must say that it ended. */
async function carryThrough(core: Core, customerId: CustomerId): Promise<void> {
  if (await finishErasure(core, customerId)) return;
  await core.sequencer.submit((act) => eraseInside(core, act, customerId, BY_SYSTEM));
  await finishErasure(core, customerId);
}
