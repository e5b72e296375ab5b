import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { eraseCustomer, eraseInside } from '#app/core/erasure/erase-customer.ts';
import { finishErasures } from '#app/core/erasure/finish-erasures.ts';
import { reapplyErasures } from '#app/core/erasure/reapply-erasures.ts';
import { createSequencer } from '#app/core/ledger/sequencer.ts';
import type { Core } from '#app/core/shared/core.ts';
import { evidenceKeyId, profileKeyId } from '#app/core/vault/places.ts';
import { keysUrlFor } from '#db/database-url.ts';
import { openDatabase, tablesOf } from '#db/open-db.ts';
import { liveAndBeKnown } from '#tests/core/erasure/leaver.ts';
import { YEAR_MS } from '#tests/core/erasure/years.ts';
import { createLogCheck } from '#tests/support/check-log.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { WEB } from '#tests/support/lived-portal.ts';
import { rowsNaming } from '#tests/support/rows-naming.ts';
import { createTestCore } from '#tests/support/test-core.ts';

async function open(engine: Engine) {
  const it = await createTestCore(engine);
  onTestFinished(it.close);
  return { ...it, leaver: await liveAndBeKnown(it, 80), log: createLogCheck(it) };
}

class Killed extends Error {}

/** The same core, which dies in one of its steps. */
const dying = (core: Core, step: Partial<Core>): Core => ({ ...core, ...step });

describe.each(ENGINES)('an erasure that is cut short on %s', (engine) => {
  test('before its commit nothing happened; after it, the next run goes on', async () => {
    const { core, database, leaver, log } = await open(engine);
    const { customerId, ids } = leaver;
    const before = await rowsNaming(database, ids.customer);
    const failing = core.sequencer.submit(async (act) => {
      await eraseInside(core, act, customerId, WEB);
      throw new Killed();
    });
    await expect(failing).rejects.toBeInstanceOf(Killed);
    expect(await rowsNaming(database, ids.customer)).toEqual(before);

    const noShredding = { ...core.keys, shred: () => Promise.reject(new Killed()) };
    await expect(eraseCustomer(dying(core, { keys: noShredding }), customerId, WEB)).rejects.toBeInstanceOf(
      Killed,
    );
    expect(await core.storage.read.customer.find(customerId)).toMatchObject({ status: 'left' });
    expect(await core.storage.read.profile.sealedGroups([customerId])).toEqual([]);
    await log.expectWhole();

    const transact: Core['storage']['transact'] = () => Promise.reject(new Killed());
    const noSecond = dying(core, { storage: { ...core.storage, transact } });
    await expect(finishErasures(noSecond)).rejects.toBeInstanceOf(Killed);
    expect(await core.keys.find(profileKeyId(customerId))).toBeUndefined();
    expect(await core.storage.read.erasure.pending(10)).toEqual([customerId]);
    await log.expectWhole();

    // As at the next start.
    await reapplyErasures(core, database.keyStore, true);
    expect(await rowsNaming(database, ids.customer)).toEqual({ 'shred_list.id': 1 });
    expect(await core.storage.read.erasure.pending(10)).toEqual([]);
    await log.expectWhole();
  });

  test('the end of a proof, cut between its keys and its rows, is taken up by the next run', async () => {
    const { core, database, world, leaver, log } = await open(engine);
    const { customerId, ids, relationships } = leaver;
    await eraseCustomer(core, customerId, WEB);
    world.advance(6 * YEAR_MS);
    await core.keys.shred(relationships.map(({ id }) => evidenceKeyId(id)));
    await reapplyErasures(core, database.keyStore, true);
    expect(Object.keys(await rowsNaming(database, ids.relationships))).toEqual(['shred_list.id']);
    await log.expectWhole();
  });

  test('a legal hold keeps the proof beyond its term until it is lifted, and an open request until claims have lapsed', async () => {
    const { core, database, world, leaver } = await open(engine);
    const { customerId, relationships } = leaver;
    const [held] = relationships;
    if (!held) throw new Error('not connected');
    await eraseCustomer(core, customerId, WEB);
    const { writer } = tablesOf(database);
    const day = world.now();
    await writer
      .insertInto('rights_request')
      .values({
        ...{ id: core.world.newId(), company_id: held.companyId, relationship_id: held.id, kind: 'erasure' },
        ...{ origin: 'letter', state: 'open', arrived_on: day, due_on: day, due_at: day, extended_at: null },
        ...{ hold: 'dispute', created_at: day, closed_at: null, reminded_at: null, key_id: 'portal' },
        sealed: Buffer.alloc(0),
      })
      .execute();
    world.advance(6 * YEAR_MS);
    expect(await finishErasures(core)).toBe(relationships.length - 1);
    expect(await core.storage.read.relationship.find(held.id)).toBeDefined();
    await writer.updateTable('rights_request').set({ hold: null, due_at: world.now() }).execute();
    // It still waits for its answer.
    world.advance(2 * YEAR_MS);
    expect(await finishErasures(core)).toBe(0);
    world.advance(2 * YEAR_MS);
    expect(await finishErasures(core)).toBe(1);
    expect(await core.storage.read.relationship.find(held.id)).toBeUndefined();
  });

  test('what an old backup brings back is erased again, with its entries in the log', async () => {
    const { core, database, leaver, log } = await open(engine);
    const { customerId, ids } = leaver;
    // Keys newer than the data: as far as the shred list goes, the account is long gone.
    await core.keys.shred([profileKeyId(customerId)]);
    expect(await reapplyErasures(core, database.keyStore, true)).toEqual({ customers: 1, relationships: 0 });
    expect(await rowsNaming(database, ids.customer)).toEqual({ 'shred_list.id': 1 });
    await log.expectWhole();
    expect(await reapplyErasures(core, database.keyStore, true)).toEqual({ customers: 0, relationships: 0 });
  });

  test('with a log that takes no entries the rows go all the same, and the log follows as soon as it may', async () => {
    const { core, database, leaver, log } = await open(engine);
    const { customerId, ids, relationships } = leaver;
    const size = (await core.storage.read.ledger.state())?.size;
    await core.keys.shred([profileKeyId(customerId)]);
    expect(await reapplyErasures(core, database.keyStore, false)).toEqual({ customers: 1, relationships: 0 });
    expect((await core.storage.read.ledger.state())?.size).toBe(size);
    expect(await core.storage.read.profile.sealedGroups([customerId])).toEqual([]);
    for (const { id } of relationships)
      expect(await core.storage.read.relationship.find(id)).toMatchObject({ blocked: true, endedAt: null });
    await reapplyErasures(core, database.keyStore, true);
    expect(await rowsNaming(database, ids.customer)).toEqual({ 'shred_list.id': 1 });
    await log.expectWhole();
  });
});

test('a file of last night put back beside the newer keys: the next start erases again', async () => {
  const it = await createTestCore('sqlite');
  const leaver = await liveAndBeKnown(it, 60);
  await it.database.checkpointWal();
  const file = join(it.folder, 'driverseat.sqlite');
  const backup = join(it.folder, 'backup.sqlite');
  cpSync(file, backup);
  await eraseCustomer(it.core, leaver.customerId, WEB);
  await it.database.checkpointWal();
  onTestFinished(it.close);

  const restored = await openDatabase({ url: `sqlite:${backup}`, keysUrl: keysUrlFor(it.url) });
  onTestFinished(() => restored.close());
  expect(await rowsNaming(restored, [leaver.customerId])).toHaveProperty(['vault_blob.customer_id']);
  const core = { ...it.core, storage: restored.storage };
  const sequencer = createSequencer(core);
  onTestFinished(() => sequencer.stop());
  await reapplyErasures({ ...core, sequencer }, restored.keyStore, true);
  expect(await rowsNaming(restored, leaver.ids.customer)).toEqual({ 'shred_list.id': 1 });
});
