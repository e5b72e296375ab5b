import { CustomerId, RelationshipId } from '#schema/ids.ts';
import type { Customer } from '../customer/customer.ts';
import { endInside } from '../relationship/end-relationship.ts';
import type { Relationship } from '../relationship/relationship.ts';
import { narrowFacts } from '../segment/refresh-facts.ts';
import type { Core } from '../shared/core.ts';
import type { KeyStore } from '../vault/key-store.ts';
import { dialogueKeyId, evidenceKeyId, profileKeyId } from '../vault/places.ts';
import { deleteDialogue, deleteRowsOfCustomer } from './delete-rows.ts';
import { eraseCustomer } from './erase-customer.ts';
import { forgetRelationship } from './finish-erasure.ts';
import { BY_SYSTEM, finishErasures } from './finish-erasures.ts';

const PAGE = 500;

export interface Reapplied {
  readonly customers: number;
  readonly relationships: number;
}

/**
 * At every start, before anybody is answered: whose keys are on the shred list
 * is gone, whatever an older backup says. What came back with one is removed
 * again, a company that was left is left again, and erasures that a crash cut short go on.
 *
 * @param writable false: the log was rolled back and takes no entries; the
 *   rows go all the same, the log says so as soon as it may
 */
export async function reapplyErasures(core: Core, keyStore: KeyStore, writable: boolean): Promise<Reapplied> {
  const { read } = core.storage;
  let customers = 0;
  let relationships = 0;
  for (let after: string | null = null; ; ) {
    const ids: string[] = await keyStore.shreddedPage(after, PAGE);
    for (const { id } of await read.relationship.findMany(named(ids, evidenceKeyId, RelationshipId))) {
      await forgetRelationship(core, id);
      relationships += 1;
    }
    for (const relationship of await read.relationship.findMany(named(ids, dialogueKeyId, RelationshipId))) {
      if (await endAgain(core, relationship, writable)) relationships += 1;
    }
    for (const customer of await read.customer.findMany(named(ids, profileKeyId, CustomerId))) {
      if (customer.status === 'left') continue;
      if (writable) await eraseCustomer(core, customer.id, BY_SYSTEM);
      else await eraseQuietly(core, customer);
      customers += 1;
    }
    after = ids.at(-1) ?? null;
    if (after === null) break;
  }
  if (writable) await finishErasures(core);
  return { customers, relationships };
}

/**
 * A company that was left after the backup is left again. Not so where the
 * whole account, or the proof of this relationship, is gone: that is more.
 */
async function endAgain(core: Core, { id, customerId }: Relationship, writable: boolean): Promise<boolean> {
  const known = await core.keys.getMany([profileKeyId(customerId), evidenceKeyId(id)]);
  if (known.size < 2) return false;
  if (!writable)
    return core.storage.transact(async (tx) => {
      if ((await tx.relationship.find(id))?.endedAt !== null) return false;
      await deleteDialogue(tx, id);
      await tx.relationship.setBlocked(id, true);
      return true;
    });
  return core.sequencer.submit(async (act) => {
    const { tx, at } = act;
    const relationship = await tx.relationship.find(id);
    const customer = await tx.customer.find(customerId);
    if (!relationship || relationship.endedAt !== null || !customer) return false;
    await endInside(core, act, relationship, BY_SYSTEM, 'ended');
    await narrowFacts(tx, customer, at);
    return true;
  });
}

/** Nothing is said in the log: the relationships stay open in it, but permit nothing. */
function eraseQuietly({ storage, world }: Core, customer: Customer): Promise<void> {
  return storage.transact(async (tx) => {
    const relationships = await tx.relationship.allOfCustomer(customer.id);
    await deleteRowsOfCustomer(tx, customer, relationships, undefined);
    for (const { id } of relationships) await tx.relationship.setBlocked(id, true);
    await tx.customer.leave(customer.id);
    await tx.erasure.begin(customer.id, world.now());
  });
}

/** The ids among names of keys of one sort. */
function named<Id extends string>(
  keyIds: readonly string[],
  nameOf: (id: Id) => string,
  shape: { safeParse(value: string): { readonly data?: Id | undefined } },
): Id[] {
  const prefix = nameOf('' as Id);
  return keyIds.flatMap((keyId) => {
    const id = keyId.startsWith(prefix) ? shape.safeParse(keyId.slice(prefix.length)).data : undefined;
    return id === undefined ? [] : [id];
  });
}
