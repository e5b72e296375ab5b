import { describe, expect, onTestFinished, test } from 'vitest';
import type { LedgerEntry, LogFilter } from '#app/core/ledger/ledger-store.ts';
import { appendLeaves, hashLeaf, rootOf } from '#app/core/ledger/merkle.ts';
import type { Storage } from '#app/core/shared/storage.ts';
import type { PurposeId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { LedgerKind } from '#schema/ledger.ts';
import { naiveRoot } from '#tests/core/ledger/naive-tree.ts';
import { companyRow, customerRow, entryRow, newId, relationshipRow, T0 } from '#tests/db/rows.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { createTestDatabase } from '#tests/support/test-database.ts';

const ORIGIN = 'test.example/log';

async function openLog(engine: Engine): Promise<Storage> {
  const { database, close } = await createTestDatabase(engine);
  onTestFinished(close);
  await database.storage.transact((tx) => tx.ledger.create(ORIGIN, T0));
  return database.storage;
}

/** What the sequencer does, without its records. */
async function appendTo(storage: Storage, entries: readonly LedgerEntry[]): Promise<void> {
  await storage.transact(async (tx) => {
    await tx.ledger.lock();
    const state = await tx.ledger.state();
    if (!state) throw new Error('no log');
    const leaves = entries.map(({ leaf }) => leaf);
    const edge = state.edge.map((hash) => Buffer.from(hash, 'hex'));
    const grown = appendLeaves(state.size, leaves, edge);
    await tx.ledger.append(entries, grown.nodes, {
      origin: state.origin,
      size: state.size + entries.length,
      edge: grown.edge.map((hash) => hash.toString('hex')),
      lastAt: entries.at(-1)?.at ?? state.lastAt,
    });
  });
}

const minute = (index: number) => new Date(Date.parse(T0) + index * 60_000).toISOString() as Instant;

describe.each(ENGINES)('the ledger on %s', (engine) => {
  test('entries come back bit for bit; every older root is made of what is stored', async () => {
    const storage = await openLog(engine);
    const entries = Array.from({ length: 300 }, (_, index) => {
      const entry = entryRow(index, { at: minute(index) });
      return { ...entry, leaf: hashLeaf(entry.entry) };
    });
    for (const [from, until] of [
      [0, 1],
      [1, 170],
      [170, 300],
    ] as const)
      await appendTo(storage, entries.slice(from, until));
    const { ledger } = storage.read;
    expect(await ledger.state()).toMatchObject({ origin: ORIGIN, size: 300, lastAt: minute(299) });
    expect(await ledger.entry(299)).toEqual(entries[299]);
    expect(await ledger.entry(300)).toBeUndefined();
    expect(await ledger.range(160, 20)).toEqual(entries.slice(160, 180));
    for (const size of [1, 2, 127, 128, 255, 299, 300]) {
      const bytes = entries.slice(0, size).map(({ entry }) => entry);
      expect((await rootOf(size, ledger.nodes)).equals(naiveRoot(bytes))).toBe(true);
    }
  });

  test('an index is written once, and never past the size that the log has', async () => {
    const storage = await openLog(engine);
    await appendTo(storage, [entryRow(0)]);
    const state = { origin: ORIGIN, size: 1, edge: [], lastAt: T0 };
    const again = storage.transact((tx) => tx.ledger.append([entryRow(0)], [], state));
    expect(storage.isUniqueViolation(await again.catch((error: unknown) => error))).toBe(true);
    const ahead = { ...state, size: 6 };
    await expect(storage.transact((tx) => tx.ledger.append([entryRow(5)], [], ahead))).rejects.toThrow(
      'moved',
    );
    expect((await storage.read.ledger.state())?.size).toBe(1);
    expect(await storage.read.ledger.entry(5)).toBeUndefined();
  });

  test('a second log cannot be created beside the first', async () => {
    const storage = await openLog(engine);
    const again = storage.transact((tx) => tx.ledger.create('other.example/log', T0));
    expect(storage.isUniqueViolation(await again.catch((error: unknown) => error))).toBe(true);
    expect((await storage.read.ledger.state())?.origin).toBe(ORIGIN);
  });

  test('heads: the newest, the smallest that covers an entry, and all in order', async () => {
    const storage = await openLog(engine);
    for (const size of [10, 30, 20]) {
      const note = `note ${size}`;
      await storage.transact((tx) => tx.ledger.saveCheckpoint({ size, note, at: T0 }));
    }
    const { ledger } = storage.read;
    expect((await ledger.latestCheckpoint())?.size).toBe(30);
    expect((await ledger.checkpointCovering(9))?.size).toBe(10);
    expect((await ledger.checkpointCovering(10))?.size).toBe(20);
    expect(await ledger.checkpointCovering(30)).toBeUndefined();
    expect((await ledger.checkpoints(10, 5)).map(({ size }) => size)).toEqual([20, 30]);
  });

  test('search finds what a plain filter over all entries finds, in the same order', async () => {
    const storage = await openLog(engine);
    const people = await threePeople(storage);
    const kinds: LedgerKind[] = ['granted', 'withdrawn', 'disclosed', 'preference'];
    const purposes = [newId<PurposeId>(), newId<PurposeId>()];
    const entries = Array.from({ length: 240 }, (_, index) => {
      const person = people[index % 3];
      return entryRow(index, {
        at: minute(Math.floor(index / 5)),
        kind: kinds[index % 4] ?? 'granted',
        companyId: person?.companyId ?? null,
        relationshipId: index % 4 === 2 ? null : (person?.id ?? null),
        purposeId: purposes[index % 2] ?? null,
        method: index % 7 === 0 ? 'letter' : 'web',
      });
    });
    await appendTo(storage, entries);
    const [one, two] = people;
    if (!one || !two) throw new Error('people');
    const filters: Omit<LogFilter, 'limit'>[] = [
      { companyId: one.companyId },
      { companyId: newId() },
      { companyId: one.companyId, kinds: ['withdrawn', 'granted'] },
      { companyId: one.companyId, kinds: [] },
      { companyId: one.companyId, relationshipIds: [one.id] },
      { companyId: one.companyId, relationshipIds: [] },
      { companyId: two.companyId, purposeId: purposes[0] },
      { companyId: one.companyId, method: 'letter' },
      { companyId: one.companyId, from: minute(10), until: minute(30) },
      { companyId: one.companyId, from: minute(1000) },
      { companyId: one.companyId, until: minute(1000), beforeIndex: 50 },
      { companyId: one.companyId, relationshipIds: [one.id], purposeId: purposes[1], kinds: ['granted'] },
    ];
    for (const filter of filters) {
      const wanted = entries.filter((entry) => matches(entry, filter)).reverse();
      expect(await storage.read.ledger.search({ ...filter, limit: 1000 })).toEqual(wanted);
      expect(await storage.read.ledger.search({ ...filter, limit: 3 })).toEqual(wanted.slice(0, 3));
      const { beforeIndex, ...counted } = filter;
      if (beforeIndex === undefined) expect(await storage.read.ledger.count(counted)).toBe(wanted.length);
    }
  });

  test('a customer sees the entries of all own relationships, ended ones too, and no looks', async () => {
    const storage = await openLog(engine);
    const [one, two, three] = await threePeople(storage);
    if (!one || !two || !three) throw new Error('people');
    const kinds: LedgerKind[] = ['granted', 'evidence-opened', 'withdrawn', 'granted'];
    const owners = [one, one, two, three];
    const entries = owners.map(({ id, companyId }, index) =>
      entryRow(index, {
        relationshipId: id,
        companyId,
        kind: kinds[index] ?? 'granted',
        purposeId: newId<PurposeId>(),
      }),
    );
    await appendTo(storage, entries);
    const { ledger } = storage.read;
    expect(one.customerId).toBe(two.customerId);
    expect((await ledger.ofCustomer(one.customerId, 10)).map(({ index }) => index)).toEqual([2, 0]);
    expect((await ledger.ofCustomer(one.customerId, 1, 2)).map(({ index }) => index)).toEqual([0]);
    expect((await ledger.ofRelationship(one.id)).map(({ index }) => index)).toEqual([0, 1]);
    const purposeId = entries[0]?.purposeId ?? undefined;
    expect((await ledger.ofRelationship(one.id, purposeId)).map(({ index }) => index)).toEqual([0]);
  });

  test('numbers of changes have no gap within a company', async () => {
    const storage = await openLog(engine);
    const [one, two] = [companyRow(), companyRow('Rheinstrom')];
    await storage.transact(async (tx) => {
      for (const company of [one, two]) await tx.company.insert(company);
    });
    const take = (company: typeof one, count: number) =>
      storage.transact((tx) => tx.ledger.takeChangeNumbers(company.id, count));
    expect([await take(one, 3), await take(two, 1), await take(one, 2), await take(one, 1)]).toEqual([
      1, 1, 4, 6,
    ]);
    const change = { companyId: one.id, relationshipId: newId<never>(), kind: 'granted' as const };
    const changes = [1, 2, 3].map((seq) => ({
      ...change,
      seq,
      purposeId: null,
      ledgerIndex: seq + 10,
      at: T0,
    }));
    await storage.transact((tx) => tx.ledger.insertChanges(changes));
    expect(await storage.read.ledger.changes(one.id, 1, 10)).toEqual(changes.slice(1));
    expect(await storage.read.ledger.changes(two.id, 0, 10)).toEqual([]);
  });
});

/** Two relationships of one customer with two companies, and one of another customer. */
async function threePeople(storage: Storage) {
  const companies = [companyRow(), companyRow('Rheinstrom')];
  const [first, second] = companies;
  if (!first || !second) throw new Error('companies');
  const customers = [customerRow(), customerRow()] as const;
  const relationships = [
    relationshipRow(customers[0], first),
    relationshipRow(customers[0], second, { endedAt: T0 }),
    relationshipRow(customers[1], first),
  ];
  await storage.transact(async (tx) => {
    for (const company of companies) await tx.company.insert(company);
    for (const customer of customers) await tx.customer.insert(customer, null);
    for (const relationship of relationships) await tx.relationship.insert(relationship);
  });
  return relationships;
}

function matches(entry: LedgerEntry, filter: Omit<LogFilter, 'limit'>): boolean {
  const { relationshipIds, purposeId, kinds, method, from, until, beforeIndex } = filter;
  return (
    entry.companyId === filter.companyId &&
    (!relationshipIds || relationshipIds.some((id) => id === entry.relationshipId)) &&
    (!purposeId || entry.purposeId === purposeId) &&
    (!kinds || kinds.includes(entry.kind)) &&
    (!method || entry.method === method) &&
    (!from || entry.at >= from) &&
    (!until || entry.at < until) &&
    (beforeIndex === undefined || entry.index < beforeIndex)
  );
}
