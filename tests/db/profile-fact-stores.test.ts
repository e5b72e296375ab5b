import { describe, expect, onTestFinished, test } from 'vitest';
import type { Facts } from '#app/core/segment/fact-store.ts';
import { tablesOf } from '#db/open-db.ts';
import { companyRow, customerRow, newId, purposeRow, T0, T1 } from '#tests/db/rows.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { createTestDatabase } from '#tests/support/test-database.ts';

async function openDatabase(engine: Engine) {
  const { database, close } = await createTestDatabase(engine);
  onTestFinished(close);
  return database;
}

describe.each(ENGINES)('profiles, preferences, facts and segments on %s', (engine) => {
  test('a blob is replaced only from the version before it', async () => {
    const { storage } = await openDatabase(engine);
    const customer = customerRow();
    const blob = (rowVersion: number, text: string) => ({
      customerId: customer.id,
      group: 'contact' as const,
      rowVersion,
      sealed: Buffer.from(text),
    });
    await storage.transact(async (tx) => {
      await tx.customer.insert(customer, null);
      await tx.profile.saveGroup(blob(1, 'one'), T0);
    });
    for (const wrong of [1, 3]) {
      const saved = storage.transact((tx) => tx.profile.saveGroup(blob(wrong, 'lost'), T1));
      await expect(saved).rejects.toThrow('does not follow');
    }
    await storage.transact((tx) => tx.profile.saveGroup(blob(2, 'two'), T1));
    expect(await storage.read.profile.sealedGroups([customer.id])).toEqual([blob(2, 'two')]);
  });

  test('blobs of many customers come in one answer, all groups or some', async () => {
    const { storage } = await openDatabase(engine);
    const customers = Array.from({ length: 600 }, () => customerRow());
    await storage.transact(async (tx) => {
      for (const { id, ...rest } of customers) {
        await tx.customer.insert({ id, ...rest }, null);
        for (const group of ['contact', 'address'] as const)
          await tx.profile.saveGroup({ customerId: id, group, rowVersion: 1, sealed: Buffer.from(id) }, T0);
      }
    });
    const ids = customers.map(({ id }) => id);
    expect(await storage.read.profile.sealedGroups(ids)).toHaveLength(1200);
    expect(await storage.read.profile.sealedGroups(ids, ['address', 'needs'])).toHaveLength(600);
    expect(await storage.read.profile.sealedGroups(ids, [])).toEqual([]);
    expect(await storage.read.profile.sealedGroups([])).toEqual([]);
  });

  test('a preference is default or override; none said is no preference', async () => {
    const { storage } = await openDatabase(engine);
    const [customer, company] = [customerRow(), companyRow()];
    await storage.transact(async (tx) => {
      await tx.company.insert(company);
      await tx.customer.insert(customer, null);
      expect(await tx.preference.find(customer.id, null)).toEqual({ channelsOff: null, pausedUntil: null });
      await tx.preference.save(customer.id, null, { channelsOff: ['sms'], pausedUntil: T1 }, T0);
      await tx.preference.save(customer.id, company.id, { channelsOff: null, pausedUntil: T1 }, T0);
      await tx.preference.save(customer.id, company.id, { channelsOff: [], pausedUntil: null }, T1);
    });
    const { preference } = storage.read;
    expect(await preference.find(customer.id, null)).toEqual({ channelsOff: ['sms'], pausedUntil: T1 });
    const own = { channelsOff: [], pausedUntil: null };
    expect(await preference.find(customer.id, company.id)).toEqual(own);
    expect(await preference.overrides(customer.id)).toEqual(new Map([[company.id, own]]));
  });

  test('facts replace each other as a whole and leave nothing behind', async () => {
    const database = await openDatabase(engine);
    const { storage } = database;
    const factId = newId<ReturnType<typeof customerRow>['factId']>();
    const many: Facts = {
      country: 'de',
      'postal-region': '79',
      'birth-decade': 1980,
      'household-size': 3,
      'home-type': 'flat',
      'preferred-language': 'de',
      interests: ['commuting', 'repair'],
      attitudes: ['price-first'],
    };
    const only: Facts = { needs: ['gift-ideas'] };
    for (const facts of [many, only]) {
      await storage.transact((tx) => tx.fact.replace(factId, facts));
      expect(await storage.read.fact.find(factId)).toEqual(facts);
      expect(await countFacts(database)).toBe(1);
    }
    await storage.transact((tx) => tx.fact.replace(factId, {}));
    expect(await storage.read.fact.find(factId)).toEqual({});
    expect(await countFacts(database)).toBe(0);
  });

  test('segments belong to one company, newest first', async () => {
    const { storage } = await openDatabase(engine);
    const [company, other] = [companyRow(), companyRow('Rheinstrom')];
    const purpose = purposeRow(company);
    const conditions = {
      match: 'all' as const,
      conditions: [{ field: 'country' as const, operator: 'is' as const, values: ['de'] }],
    };
    const segments = [T0, T1].map((createdAt) => ({
      id: newId<never>(),
      companyId: company.id,
      purposeId: purpose.id,
      name: `of ${createdAt}`,
      conditions,
      createdBy: 'M-1',
      createdAt,
    }));
    const [older, newer] = segments;
    if (!older || !newer) throw new Error('two segments');
    await storage.transact(async (tx) => {
      for (const one of [company, other]) await tx.company.insert(one);
      await tx.purpose.insert(purpose);
      for (const segment of segments) await tx.segment.insert(segment);
    });
    expect(await storage.read.segment.ofCompany(company.id)).toEqual([newer, older]);
    expect(await storage.read.segment.find(company.id, older.id)).toEqual(older);
    expect(await storage.read.segment.find(other.id, older.id)).toBeUndefined();
    await storage.transact((tx) => tx.segment.remove(other.id, older.id));
    await storage.transact((tx) => tx.segment.remove(company.id, newer.id));
    expect(await storage.read.segment.ofCompany(company.id)).toEqual([older]);
  });
});

async function countFacts(database: Awaited<ReturnType<typeof openDatabase>>): Promise<number> {
  const { writer } = tablesOf(database);
  return (await writer.selectFrom('segment_fact').selectAll().execute()).length;
}
