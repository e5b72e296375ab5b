import { deleteRowsOfCustomer, deleteRowsOfRelationship } from '../erasure/delete-rows.ts';
import { addMs } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import { customerPrincipal } from '../sign-in/principal.ts';
import { PROOF_LIFETIME_MS } from '../sign-in/proof.ts';
import { evidenceKeyId, profileKeyId } from '../vault/places.ts';

const BATCH = 100;

/**
 * Removes accounts whose confirmation expired unused (UWG § 7: no address is
 * kept that nobody confirmed), one transaction each, then their keys.
 *
 * Crash order: the account first. A key left behind opens nothing; a key shred
 * first could belong to someone who confirms at this very moment.
 *
 * @returns how many were removed
 */
export async function deleteUnconfirmed(core: Pick<Core, 'storage' | 'keys' | 'world'>): Promise<number> {
  const at = core.world.now();
  const before = addMs(at, -PROOF_LIFETIME_MS['confirm-address']);
  let removed = 0;
  for (const id of await core.storage.read.customer.unconfirmedBefore(before, BATCH)) {
    const principal = customerPrincipal(id);
    const relationships = await core.storage.read.relationship.allOfCustomer(id);
    const gone = await core.storage.transact(async (tx) => {
      const customer = await tx.customer.find(id);
      if (customer?.status !== 'unconfirmed') return false;
      if (await tx.signIn.hasOpenProof(principal, 'confirm-address', at)) return false;
      await tx.ledger.lock();
      const own = await tx.relationship.allOfCustomer(id);
      await deleteRowsOfCustomer(tx, customer, own, undefined);
      for (const relationship of own) await deleteRowsOfRelationship(core, tx, relationship);
      await tx.customer.deleteUnconfirmed(id);
      return true;
    });
    if (!gone) continue;
    await core.keys.shred([profileKeyId(id), ...relationships.map((own) => evidenceKeyId(own.id))]);
    removed += 1;
  }
  return removed;
}
