import { describe, expect, onTestFinished, test } from 'vitest';
import { eraseCustomer } from '#app/core/erasure/erase-customer.ts';
import { finishErasures } from '#app/core/erasure/finish-erasures.ts';
import { NOBODY } from '#app/core/erasure/nobody.ts';
import { findPeople } from '#app/core/relationship/find-people.ts';
import { NotFoundError } from '#app/core/shared/app-error.ts';
import { needDialogueKey } from '#app/core/vault/dialogue-key.ts';
import { dialogueKeyId, evidenceKeyId, profileKeyId } from '#app/core/vault/places.ts';
import { LEAVER_EMAIL, type Leaver, liveAndBeKnown } from '#tests/core/erasure/leaver.ts';
import { YEAR_MS } from '#tests/core/erasure/years.ts';
import { createLogCheck } from '#tests/support/check-log.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { WEB } from '#tests/support/lived-portal.ts';
import { rowsNaming } from '#tests/support/rows-naming.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

async function open(engine: Engine): Promise<TestCore & { readonly leaver: Leaver }> {
  const it = await createTestCore(engine);
  onTestFinished(it.close);
  return { ...it, leaver: await liveAndBeKnown(it) };
}

/** What may still lead to the relationship while its proof is kept. */
const KEPT_AS_PROOF = [
  // The relationship itself, whose account is nobody's.
  'relationship.id',
  'relationship.subject',
  // The answers, as the log says them.
  'consent.relationship_id',
  'consent.subject',
  // The records, and the key that opens them.
  'ledger_entry.relationship_id',
  'ledger_entry.key_id',
  'vault_key.id',
  // The company's sequence of what changed.
  'company_change.relationship_id',
  // Who looked, and what the company was asked to delete.
  'disclosure_subject.relationship_id',
  'recall.relationship_id',
  'recall.subject',
  // The key of its conversations is named as gone.
  'shred_list.id',
];

describe.each(ENGINES)('an account is erased on %s', (engine) => {
  test('no row leads to it any more, its proof stays for its time, and the log is whole', async () => {
    const { core, database, leaver, ...it } = await open(engine);
    const { customerId, ids, relationships } = leaver;
    const log = createLogCheck({ core, database, ...it });
    const before = await rowsNaming(database, ids.customer);
    for (const place of [
      'customer.id',
      'vault_blob.customer_id',
      'preference.customer_id',
      'session.principal',
    ])
      expect(before, place).toHaveProperty([place]);
    expect(before).toHaveProperty(['password.principal']);
    expect(before).toHaveProperty(['sign_in_proof.principal']);
    expect(before).toHaveProperty(['idempotency.actor']);
    expect(before).toHaveProperty(['job.payload']);

    for (const { id } of relationships) await needDialogueKey(core, id);

    it.world.advance(1000);
    const erased = await eraseCustomer(core, customerId, WEB);
    expect(erased.recalls.length).toBeGreaterThan(0);
    expect(erased.proofUntil).not.toBeNull();
    expect(await rowsNaming(database, ids.customer)).toEqual({ 'shred_list.id': 1 });
    const kept = await rowsNaming(database, ids.relationships);
    expect(KEPT_AS_PROOF).toEqual(expect.arrayContaining(Object.keys(kept)));
    expect(await core.keys.find(profileKeyId(customerId))).toBeUndefined();
    expect(await core.storage.read.customer.find(customerId)).toBeUndefined();
    for (const { id, companyId } of relationships) {
      // Unreadable in a copy from before as well: the key goes, not the rows alone.
      expect(await core.keys.find(dialogueKeyId(id))).toBeUndefined();
      // Whoever comes with the address while the proof is kept can be shown it.
      const found = await findPeople(core, companyId, LEAVER_EMAIL);
      expect(found.map((one) => one.id)).toContain(id);
      expect(await core.storage.read.relationship.find(id)).toMatchObject({
        customerId: NOBODY.id,
        endedAt: erased.at,
        blocked: true,
      });
    }
    await log.expectWhole();
    await expect(eraseCustomer(core, customerId, WEB)).rejects.toBeInstanceOf(NotFoundError);

    it.world.advance(6 * YEAR_MS);
    expect(await finishErasures(core)).toBe(relationships.length);
    const keys = relationships.map(({ id }) => evidenceKeyId(id));
    expect((await core.keys.getMany(keys)).size).toBe(0);
    expect(await rowsNaming(database, ids.relationships)).toEqual({
      // Key of the proof, key of the conversations.
      'shred_list.id': 2 * relationships.length,
    });
    await log.expectWhole();
    expect((await log.check()).erased).toBeGreaterThan(10);
    expect(await finishErasures(core)).toBe(0);
  });

  test('of ten people who press at once, and of ten presses of one, each is erased once', async () => {
    const { core, database, leaver, ...it } = await open(engine);
    const presses = leaver.customers.flatMap((id) =>
      Array.from({ length: 5 }, () => eraseCustomer(core, id, WEB)),
    );
    const done = (await Promise.allSettled(presses)).filter(({ status }) => status === 'fulfilled');
    expect(done).toHaveLength(leaver.customers.length);
    expect(await core.storage.read.erasure.pending(10)).toEqual([]);
    await createLogCheck({ core, database, ...it }).expectWhole();
    expect(
      await core.storage.read.customer.findByEmailIndex(core.keys.blindIndex('email', LEAVER_EMAIL)),
    ).toBe(undefined);
  });
});
