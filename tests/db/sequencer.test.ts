import { describe, expect, onTestFinished, test } from 'vitest';
import { rootFromEdge } from '#app/core/ledger/merkle.ts';
import { type ActContext, createSequencer } from '#app/core/ledger/sequencer.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import { openEntries } from '#app/core/vault/doors/open-evidence.ts';
import { evidenceKeyId } from '#app/core/vault/places.ts';
import { openDatabase, tablesOf } from '#db/open-db.ts';
import { naiveRoot } from '#tests/core/ledger/naive-tree.ts';
import { companyRow, customerRow, relationshipRow, T0 } from '#tests/db/rows.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

/** Two companies, and relationships that take turns. */
async function openTown(engine: Engine, people: number) {
  const it = await createTestCore(engine, { start: T0 });
  onTestFinished(it.close);
  const companies = [companyRow(), companyRow('Rheinstrom')] as const;
  const relationships: Relationship[] = [];
  await it.core.storage.transact(async (tx) => {
    for (const company of companies) await tx.company.insert(company);
    for (let index = 0; index < people; index += 1) {
      const customer = customerRow();
      const relationship = relationshipRow(customer, companies[index % 3 === 0 ? 1 : 0]);
      await tx.customer.insert(customer, null);
      await tx.relationship.insert(relationship);
      relationships.push(relationship);
    }
  });
  await it.core.keys.createMany(relationships.map(({ id }) => evidenceKeyId(id)));
  return { ...it, companies, relationships };
}

function appendPreference({ append }: ActContext, relationship: Relationship): number {
  return append({
    companyId: relationship.companyId,
    relationship,
    method: 'web',
    body: {
      kind: 'preference',
      preference: { channelsOff: ['post'], pausedUntil: null },
      actor: { kind: 'customer', name: '' },
      method: 'web',
    },
  });
}

/** Reads the whole log again and holds it against what each part promises. */
async function expectWhole({ core, database }: Pick<TestCore, 'core' | 'database'>, size: number) {
  const { read } = core.storage;
  const state = await read.ledger.state();
  const entries = await read.ledger.range(0, size + 10);
  expect(state?.size).toBe(size);
  expect(entries.map(({ index }) => index)).toEqual(Array.from({ length: size }, (_, index) => index));
  const root = rootFromEdge((state?.edge ?? []).map((hash) => Buffer.from(hash, 'hex')));
  expect(root.equals(naiveRoot(entries.map(({ entry }) => entry)))).toBe(true);
  expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).sort());

  const chains = new Map<string, { seq: number; leaf: string }>();
  for (const { entry, record } of await openEntries(core, entries)) {
    if (!entry.relationshipId) continue;
    const before = chains.get(entry.relationshipId);
    expect([record.seq, record.prev]).toEqual([(before?.seq ?? 0) + 1, before?.leaf ?? null]);
    chains.set(entry.relationshipId, { seq: (before?.seq ?? 0) + 1, leaf: entry.leaf.toString('hex') });
  }
  for (const [id, chain] of chains) {
    const relationship = await read.relationship.find(id as Relationship['id']);
    expect({ seq: relationship?.seq, leaf: relationship?.lastLeaf }).toEqual(chain);
  }
  const changes = await tablesOf(database)
    .reader.selectFrom('company_change')
    .selectAll()
    .orderBy('company_id')
    .orderBy('seq')
    .execute();
  const numbers = new Map<string, number>();
  for (const change of changes) {
    expect(change.seq).toBe((numbers.get(change.company_id) ?? 0) + 1);
    numbers.set(change.company_id, change.seq);
    expect(entries[change.ledger_index]?.relationshipId).toBe(change.relationship_id);
  }
  expect(changes.length).toBe(entries.filter(({ relationshipId }) => relationshipId).length);
}

describe.each(ENGINES)('the sequencer on %s', (engine) => {
  test('500 acts of 64 callers at once become one log without gap, fork or lost link', async () => {
    const town = await openTown(engine, 16);
    const { core, relationships, world } = town;
    const indices: number[] = [];
    let next = 0;
    const caller = async () => {
      for (let turn = next++; turn < 500; turn = next++) {
        const relationship = relationships[turn % relationships.length];
        if (!relationship) throw new Error('a relationship');
        if (turn % 50 === 0) world.advance(1000);
        indices.push(await core.sequencer.submit(async (act) => appendPreference(act, relationship)));
      }
    };
    await Promise.all(Array.from({ length: 64 }, caller));
    expect(indices.sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, index) => index));
    await expectWhole(town, 500);
  });

  test('an act that fails leaves nothing and disturbs none of its group', async () => {
    const town = await openTown(engine, 4);
    const { core, relationships } = town;
    const told: number[] = [];
    const acts = Array.from({ length: 40 }, (_, turn) =>
      core.sequencer.submit(async (act) => {
        const relationship = relationships[turn % 4];
        if (!relationship) throw new Error('a relationship');
        appendPreference(act, relationship);
        await act.tx.relationship.setCustomerNumber(relationship.id, `number ${turn}`, Buffer.from('x'));
        act.tx.onCommit(() => told.push(turn));
        if (turn % 10 === 7) throw new Error(`act ${turn} refused`);
        return turn;
      }),
    );
    const results = await Promise.allSettled(acts);
    const failed = results.flatMap((result, turn) => (result.status === 'rejected' ? [turn] : []));
    expect(failed).toEqual([7, 17, 27, 37]);
    expect(told.sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, turn) => turn).filter((turn) => turn % 10 !== 7),
    );
    await expectWhole(town, 36);
    const [one] = relationships;
    if (!one) throw new Error('a relationship');
    const { relationship } = core.storage.read;
    expect(await relationship.findByNumberIndex(one.companyId, 'number 37')).toEqual([]);
    expect(await relationship.findByNumberIndex(one.companyId, 'number 36')).toHaveLength(1);
  });

  test('acts of one relationship within one group keep its chain in their order', async () => {
    const town = await openTown(engine, 1);
    const [only] = town.relationships;
    if (!only) throw new Error('a relationship');
    const acts = Array.from({ length: 30 }, () =>
      town.core.sequencer.submit(async (act) => [appendPreference(act, only), appendPreference(act, only)]),
    );
    expect((await Promise.all(acts)).flat()).toEqual(Array.from({ length: 60 }, (_, index) => index));
    await expectWhole(town, 60);
  });

  test('an act that reads outside its transaction is refused alone', async () => {
    const town = await openTown(engine, 1);
    const [only] = town.relationships;
    if (!only) throw new Error('a relationship');
    const { core } = town;
    const wrong = core.sequencer.submit(async (act) => {
      appendPreference(act, only);
      await core.storage.read.company.all();
    });
    const right = core.sequencer.submit(async (act) => appendPreference(act, only));
    await expect(wrong).rejects.toThrow('inside a transaction');
    expect(await right).toBe(0);
    await expectWhole(town, 1);
  });
});

test('PostgreSQL: two nodes that write at once share one log', async () => {
  const town = await openTown('postgres', 6);

  const second = await openDatabase({ url: town.url });
  onTestFinished(() => second.close());
  const { keys, world } = town.core;
  const other = createSequencer({ storage: second.storage, keys, world });
  const acts = Array.from({ length: 200 }, (_, turn) => {
    const relationship = town.relationships[turn % 6];
    if (!relationship) throw new Error('a relationship');
    const { submit } = turn % 2 ? other : town.core.sequencer;
    return submit(async (act) => appendPreference(act, relationship));
  });
  const indices = await Promise.all(acts);
  expect(indices.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index));
  await expectWhole(town, 200);
});
