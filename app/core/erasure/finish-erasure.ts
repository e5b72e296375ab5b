import type { CustomerId, RelationshipId } from '#schema/ids.ts';
import type { Core } from '../shared/core.ts';
import { dialogueKeyId, evidenceKeyId, profileKeyId } from '../vault/places.ts';
import { deleteRowsOfCustomer, deleteRowsOfRelationship } from './delete-rows.ts';
import { orderCleaning } from './order-cleaning.ts';

export type FinishCore = Pick<Core, 'storage' | 'keys' | 'world'>;

/** Steps 2 and 3 of an erasure. False: a relationship still runs, so the log must say that it ended first. */
export async function finishErasure(core: FinishCore, customerId: CustomerId): Promise<boolean> {
  const relationships = await core.storage.read.relationship.allOfCustomer(customerId);
  await core.keys.shred([profileKeyId(customerId), ...relationships.map(({ id }) => dialogueKeyId(id))]);
  if (relationships.some(({ endedAt }) => endedAt === null)) return false;
  await core.storage.transact(async (tx) => {
    const customer = await tx.customer.find(customerId);
    // Once more, for what was written by somebody who had read the account just before.
    if (customer) await deleteRowsOfCustomer(tx, customer, relationships, undefined);
    if (customer) await tx.erasure.detach(customerId);
    await tx.erasure.finish(customerId);
    await orderCleaning(core, tx, core.world.now());
  });
  return true;
}

/** The last proof of a relationship goes: first its keys, then its rows. A crash in between is taken up by the next run. */
export async function forgetRelationship(core: FinishCore, id: RelationshipId): Promise<void> {
  await core.keys.shred([evidenceKeyId(id), dialogueKeyId(id)]);
  await core.storage.transact(async (tx) => {
    await tx.ledger.lock();
    const relationship = await tx.relationship.find(id);
    if (!relationship) return;
    await deleteRowsOfRelationship(core, tx, relationship);
    await orderCleaning(core, tx, core.world.now());
  });
}
