import { describe, expect, onTestFinished, test } from 'vitest';
import type { PlannedContact } from '#app/core/planned-contact/planned-contact-store.ts';
import type { UseReport } from '#app/core/use/use-store.ts';
import {
  companyRow,
  customerRow,
  newId,
  purposeRow,
  relationshipRow,
  T0,
  T1,
  T2,
  T3,
} from '#tests/db/rows.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { createTestDatabase } from '#tests/support/test-database.ts';

async function openTown(engine: Engine) {
  const { database, close } = await createTestDatabase(engine);
  onTestFinished(close);
  const company = companyRow();
  const purpose = purposeRow(company);
  const customers = [customerRow(), customerRow()];
  const relationships = customers.map((customer) => relationshipRow(customer, company));
  await database.storage.transact(async (tx) => {
    await tx.company.insert(company);
    await tx.purpose.insert(purpose);
    for (const customer of customers) await tx.customer.insert(customer, null);
    for (const relationship of relationships) await tx.relationship.insert(relationship);
  });
  const [anna, ben] = relationships;
  if (!anna || !ben) throw new Error('two relationships');
  const report = (reference: string, recordedAt = T2): UseReport => ({
    id: newId(),
    companyId: company.id,
    reference,
    contentHash: 'hash',
    parts: [{ purposeId: purpose.id, channel: 'email', topic: null, count: 1, firstAt: T1, lastAt: T1 }],
    how: 'page',
    reportedBy: 'M-1',
    recordedAt,
  });
  const use = { purposeId: purpose.id, channel: 'email', topic: 'news' } as const;
  return { storage: database.storage, company, purpose, anna, ben, report, use };
}

describe.each(ENGINES)('reported uses on %s', (engine) => {
  test('are read by their instants; the last of each channel never moves back', async () => {
    const { storage, company, purpose, anna, ben, report, use } = await openTown(engine);
    const first = report('one', T1);
    await storage.transact((tx) =>
      tx.use.insertReport(first, [
        { ...use, id: newId(), relationshipId: anna.id, at: T2 },
        { ...use, id: newId(), relationshipId: anna.id, at: T0 },
        { ...use, id: newId(), relationshipId: ben.id, at: T1, channel: 'sms', topic: null },
      ]),
    );
    await storage.transact((tx) =>
      tx.use.insertReport(report('two', T3), [{ ...use, id: newId(), relationshipId: anna.id, at: T1 }]),
    );
    const { use: read } = storage.read;
    // After the one end, up to and with the other.
    expect(await read.instants(anna.id, T0, T2)).toEqual([T2, T1]);
    expect(await read.lastUses(anna.id)).toEqual([{ purposeId: purpose.id, channel: 'email', at: T2 }]);
    const [own] = await read.ofRelationship(ben.id, 10);
    expect(own).toEqual({
      relationshipId: ben.id,
      purposeId: purpose.id,
      channel: 'sms',
      topic: null,
      at: T1,
      how: 'page',
      reportedAt: T1,
    });
    expect((await read.ofRelationship(anna.id, 2)).map(({ at }) => at)).toEqual([T2, T1]);
    expect((await read.reports(company.id, 10)).map(({ reference }) => reference)).toEqual(['two', 'one']);
    expect(await read.findReport(company.id, 'one')).toEqual(first);
    expect(await read.findReport(companyRow().id, 'one')).toBeUndefined();
  });

  test('one reference of a company is one report, whoever is faster', async () => {
    const { storage, anna, report, use } = await openTown(engine);
    const insert = () =>
      storage.transact((tx) =>
        tx.use.insertReport(report('same'), [{ ...use, id: newId(), relationshipId: anna.id, at: T1 }]),
      );
    await insert();
    const error = await insert().catch((refused: unknown) => refused);
    expect(storage.isUniqueViolation(error)).toBe(true);
    expect(await storage.read.use.ofRelationship(anna.id, 10)).toHaveLength(1);
  });

  test('go with their relationship or customer, and leave those of others', async () => {
    const { storage, anna, ben, report, use } = await openTown(engine);
    await storage.transact((tx) =>
      tx.use.insertReport(
        report('all'),
        [anna, ben].map(({ id }) => ({ ...use, id: newId<string>(), relationshipId: id, at: T1 })),
      ),
    );
    await storage.transact((tx) => tx.use.deleteOfRelationship(anna.id));
    const left = async (of: typeof anna) => [
      (await storage.read.use.ofRelationship(of.id, 10)).length,
      (await storage.read.use.lastUses(of.id)).length,
    ];
    expect([await left(anna), await left(ben)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    await storage.transact((tx) => tx.use.deleteOfCustomer(ben.customerId));
    expect(await left(ben)).toEqual([0, 0]);
  });

  test('a company says since when it reports, and takes it back', async () => {
    const { storage, company } = await openTown(engine);
    const { use } = storage.read;
    expect(await use.reportingSince(company.id)).toBeNull();
    for (const since of [T1, T2])
      await storage.transact((tx) => tx.use.setReporting(company.id, since, 'O-1'));
    expect(await use.reportingSince(company.id)).toBe(T2);
    await storage.transact((tx) => tx.use.setReporting(company.id, null, 'O-1'));
    expect(await use.reportingSince(company.id)).toBeNull();
  });

  test('planned contacts are the next first, without those that are past or cancelled', async () => {
    const { storage, company, purpose } = await openTown(engine);
    const plan = (at: typeof T1): PlannedContact => ({
      id: newId(),
      companyId: company.id,
      purposeId: purpose.id,
      title: { de: 'Herbstfest' },
      channel: 'email',
      topic: 'events',
      at,
      createdBy: 'M-1',
      createdAt: T0,
      cancelledAt: null,
    });
    const [past, later, soon, off] = [plan(T0), plan(T3), plan(T1), plan(T2)];
    await storage.transact(async (tx) => {
      for (const one of [past, later, soon, off]) if (one) await tx.plannedContact.insert(one);
      if (off) await tx.plannedContact.cancel(company.id, off.id, T0);
      if (soon) await tx.plannedContact.cancel(companyRow().id, soon.id, T0);
    });
    const { plannedContact } = storage.read;
    expect(await plannedContact.next(company.id, T1, 10)).toEqual([soon, later]);
    expect(await plannedContact.next(companyRow().id, T0, 10)).toEqual([]);
    expect(await plannedContact.find(company.id, off?.id as PlannedContact['id'])).toMatchObject({
      cancelledAt: T0,
    });
  });
});
