import { describe, expect, onTestFinished, test } from 'vitest';
import type { Instant } from '#schema/instant.ts';
import { companyRow, customerRow, disclosureRow, newId, relationshipRow, T0, T1 } from '#tests/db/rows.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { createTestDatabase } from '#tests/support/test-database.ts';

/** A customer with two companies, one left since; three looks on two days; another customer in one batch. */
async function openTown(engine: Engine) {
  const { database, close } = await createTestDatabase(engine);
  onTestFinished(close);
  const { storage } = database;
  const companies = [companyRow(), companyRow('Rheinstrom')] as const;
  const [anna, ben] = [customerRow(), customerRow()];
  const mine = relationshipRow(anna, companies[0]);
  const left = relationshipRow(anna, companies[1], { endedAt: T1 });
  const his = relationshipRow(ben, companies[0]);
  const first = disclosureRow(companies[0], { ledgerIndex: 3, how: 'export', at: T1, count: 2 });
  const second = disclosureRow(companies[1], { ledgerIndex: 5, at: T1, reason: 'call' });
  const next = '2026-02-02T23:59:59.999Z' as Instant;
  const third = disclosureRow(companies[0], { ledgerIndex: 9, at: next, purposeId: null, version: null });
  await storage.transact(async (tx) => {
    for (const company of companies) await tx.company.insert(company);
    for (const customer of [anna, ben]) await tx.customer.insert(customer, null);
    for (const relationship of [mine, left, his]) await tx.relationship.insert(relationship);
    await tx.disclosure.insert(first, [
      { relationshipId: his.id, position: 1, fields: ['email', 'city'] },
      { relationshipId: mine.id, position: 0, fields: ['email'] },
    ]);
    await tx.disclosure.insert(second, [{ relationshipId: left.id, position: 0, fields: [] }]);
    await tx.disclosure.insert(third, [{ relationshipId: mine.id, position: 0, fields: ['mobile'] }]);
  });
  return { storage, companies, anna, ben, mine, left, his, first, second, third };
}

describe.each(ENGINES)('disclosures on %s', (engine) => {
  test('a batch comes back with its people in their order', async () => {
    const { storage, first, his, mine } = await openTown(engine);
    expect(await storage.read.disclosure.find(first.id)).toEqual(first);
    expect(await storage.read.disclosure.find(newId())).toBeUndefined();
    expect(await storage.read.disclosure.subjects(first.id)).toEqual([
      { relationshipId: mine.id, position: 0, fields: ['email'] },
      { relationshipId: his.id, position: 1, fields: ['email', 'city'] },
    ]);
  });

  test('who looked: newest first, over all companies, also those that were left', async () => {
    const { storage, anna, first, second, third, mine, companies } = await openTown(engine);
    const { disclosure } = storage.read;
    const looks = await disclosure.looksOfCustomer(anna.id, { limit: 10 });
    expect(looks.map(({ disclosureId }) => disclosureId)).toEqual([third.id, second.id, first.id]);
    expect(looks[2]).toEqual({
      disclosureId: first.id,
      runId: first.runId,
      at: T1,
      companyId: companies[0].id,
      relationshipId: mine.id,
      role: 'marketer',
      purposeId: first.purposeId,
      how: 'export',
      fields: ['email'],
      reason: '',
      ledgerIndex: 3,
    });
    const ids = async (filter: Parameters<typeof disclosure.looksOfCustomer>[1]) =>
      (await disclosure.looksOfCustomer(anna.id, filter)).map(({ disclosureId }) => disclosureId);
    expect(await ids({ limit: 1 })).toEqual([third.id]);
    expect(await ids({ limit: 9, companyId: companies[1].id })).toEqual([second.id]);
    expect(await ids({ limit: 9, before: third.at })).toEqual([second.id, first.id]);
    expect(await ids({ limit: 9, since: third.at })).toEqual([third.id]);
    expect(await disclosure.looksOfRelationship(mine.id, 1)).toEqual([looks[0]]);
  });

  test('by what was shown and by whose team, and each only by who it was about', async () => {
    const { storage, anna, ben, first, second, third, mine, companies } = await openTown(engine);
    const { disclosure } = storage.read;
    const ids = async (filter: Partial<Parameters<typeof disclosure.looksOfCustomer>[1]>) =>
      (await disclosure.looksOfCustomer(anna.id, { limit: 9, ...filter })).map(
        ({ disclosureId }) => disclosureId,
      );
    expect(await ids({ field: 'email' })).toEqual([first.id]);
    expect(await ids({ field: 'mobile' })).toEqual([third.id]);
    expect(await ids({ field: 'city' })).toEqual([]);
    expect(await ids({ role: 'marketer' })).toEqual([third.id, second.id, first.id]);
    expect(await ids({ role: 'officer' })).toEqual([]);
    expect(await ids({ role: 'marketer', companyId: companies[1].id })).toEqual([second.id]);
    expect((await disclosure.fieldsSeen(anna.id)).sort()).toEqual(['email', 'mobile']);
    expect(await disclosure.lookOfCustomer(anna.id, first.id)).toMatchObject({ relationshipId: mine.id });
    expect((await disclosure.lookOfCustomer(ben.id, first.id))?.relationshipId).not.toBe(mine.id);
    expect(await disclosure.lookOfCustomer(ben.id, third.id)).toBeUndefined();
  });

  test('looks of one instant come together, however few were asked for', async () => {
    const { storage, anna, second, third, first } = await openTown(engine);
    const { disclosure } = storage.read;
    const page = await disclosure.looksOfCustomer(anna.id, { limit: 2 });
    expect(page.map(({ disclosureId }) => disclosureId)).toEqual([third.id, second.id, first.id]);
    expect(await disclosure.looksOfCustomer(anna.id, { limit: 2, before: T1 })).toEqual([]);
  });

  test('looks are counted per day and company', async () => {
    const { storage, anna, companies } = await openTown(engine);
    const counted = await storage.read.disclosure.countByDay(anna.id, T0);
    const expected = [
      { day: '2026-02-01', companyId: companies[0].id, count: 1 },
      { day: '2026-02-01', companyId: companies[1].id, count: 1 },
      { day: '2026-02-02', companyId: companies[0].id, count: 1 },
    ];
    const order = (a: { day: string; companyId: string }, b: typeof a) =>
      a.day + a.companyId < b.day + b.companyId ? -1 : 1;
    expect(counted).toEqual(expected.sort(order));
  });

  test('a company sees its own batches, newest first, page by page', async () => {
    const { storage, companies, first, third } = await openTown(engine);
    const { disclosure } = storage.read;
    expect(await disclosure.ofCompany(companies[0].id, 10)).toEqual([third, first]);
    expect(await disclosure.ofCompany(companies[0].id, 10, 9)).toEqual([first]);
    expect(await disclosure.countOfCompany(companies[0].id)).toBe(2);
    expect(await disclosure.countOfCompany(companies[0].id, third.at)).toBe(1);
  });

  test('a batch of more people than one statement takes is written whole', async () => {
    const { storage, companies, anna } = await openTown(engine);
    const batch = disclosureRow(companies[0], { ledgerIndex: 20, count: 401 });
    const subjects = Array.from({ length: 401 }, (_, position) => ({
      relationshipId: newId<never>(),
      position,
      fields: ['email' as const],
    }));
    await storage.transact((tx) => tx.disclosure.insert(batch, subjects));
    expect(await storage.read.disclosure.subjects(batch.id)).toEqual(subjects);
    expect(await storage.read.disclosure.looksOfCustomer(anna.id, { limit: 500 })).toHaveLength(3);
  });
});
