import { describe, expect, onTestFinished, test } from 'vitest';
import type { Storage } from '#app/core/shared/storage.ts';
import { tablesOf } from '#db/open-db.ts';
import {
  companyRow,
  consentRow,
  customerRow,
  entryRow,
  newId,
  purposeRow,
  relationshipRow,
  T0,
  T1,
  T2,
  versionRow,
} from '#tests/db/rows.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { createTestDatabase } from '#tests/support/test-database.ts';

async function openDatabase(engine: Engine) {
  const { database, close } = await createTestDatabase(engine);
  onTestFinished(close);
  return database;
}

describe.each(ENGINES)('customers on %s', (engine) => {
  test('a customer is found by id and by the blind index of the address, which is taken once', async () => {
    const { storage } = await openDatabase(engine);
    const customer = customerRow({ status: 'unconfirmed', confirmedAt: null });
    await storage.transact((tx) => tx.customer.insert(customer, 'index-of-anna'));
    expect(await storage.read.customer.find(customer.id)).toEqual(customer);
    expect(await storage.read.customer.findByEmailIndex('index-of-anna')).toEqual(customer);
    const second = storage.transact((tx) => tx.customer.insert(customerRow(), 'index-of-anna'));
    expect(storage.isUniqueViolation(await second.catch((error: unknown) => error))).toBe(true);
    await storage.transact(async (tx) => {
      await tx.customer.insert(customerRow(), null);
      await tx.customer.insert(customerRow(), null);
    });
  });

  test('an account is confirmed once; language and address change', async () => {
    const { storage } = await openDatabase(engine);
    const customer = customerRow({ status: 'unconfirmed', confirmedAt: null });
    await storage.transact((tx) => tx.customer.insert(customer, 'old'));
    expect(await storage.transact((tx) => tx.customer.confirm(customer.id, T1))).toBe(true);
    expect(await storage.transact((tx) => tx.customer.confirm(customer.id, T2))).toBe(false);
    await storage.transact(async (tx) => {
      await tx.customer.setLanguage(customer.id, 'en');
      await tx.customer.setEmailIndex(customer.id, 'new');
    });
    const changed = { ...customer, status: 'active', confirmedAt: T1, language: 'en' };
    expect(await storage.read.customer.findByEmailIndex('new')).toEqual(changed);
    expect(await storage.read.customer.findByEmailIndex('old')).toBeUndefined();
  });

  test('a channel is proved, proved again, and unproved', async () => {
    const { storage } = await openDatabase(engine);
    const customer = customerRow();
    await storage.transact(async (tx) => {
      await tx.customer.insert(customer, null);
      await tx.customer.verify(customer.id, { channel: 'sms', verifiedAt: T0, how: 'code' });
      await tx.customer.verify(customer.id, { channel: 'email', verifiedAt: T0, how: 'link 1' });
      await tx.customer.verify(customer.id, { channel: 'email', verifiedAt: T1, how: 'link 2' });
    });
    expect(await storage.read.customer.verifications(customer.id)).toEqual([
      { channel: 'email', verifiedAt: T1, how: 'link 2' },
      { channel: 'sms', verifiedAt: T0, how: 'code' },
    ]);
    await storage.transact((tx) => tx.customer.unverify(customer.id, 'email'));
    expect(await storage.read.customer.verifications(customer.id)).toHaveLength(1);
  });

  test('unconfirmed accounts are listed oldest first, up to an instant and a limit', async () => {
    const { storage } = await openDatabase(engine);
    const at = [T2, T0, T1].map((createdAt) =>
      customerRow({ status: 'unconfirmed', confirmedAt: null, createdAt }),
    );
    await storage.transact(async (tx) => {
      for (const customer of [...at, customerRow()]) await tx.customer.insert(customer, null);
    });
    expect(await storage.read.customer.unconfirmedBefore(T2, 10)).toEqual([at[1]?.id, at[2]?.id]);
    expect(await storage.read.customer.unconfirmedBefore(T2, 1)).toEqual([at[1]?.id]);
  });

  test('deleting an unconfirmed account leaves no row of it, and of nobody else any less', async () => {
    const database = await openDatabase(engine);
    const { storage } = database;
    const [gone, stays] = [customerRow({ status: 'unconfirmed', confirmedAt: null }), customerRow()];
    await fillAccounts(storage, [gone, stays]);
    await fillSignIn(database, [gone.id, stays.id]);
    const before = await rowsNaming(database, [stays.id, stays.factId]);

    await storage.transact((tx) => tx.customer.deleteUnconfirmed(gone.id));
    expect(await rowsNaming(database, [gone.id, gone.factId])).toBe(0);
    expect(await rowsNaming(database, [stays.id, stays.factId])).toBe(before);
    expect((await storage.read.ledger.entry(0))?.relationshipId).toBeNull();
    expect((await storage.read.ledger.entry(1))?.relationshipId).not.toBeNull();
    await storage.transact((tx) => tx.customer.deleteUnconfirmed(gone.id));
    await expect(storage.transact((tx) => tx.customer.deleteUnconfirmed(stays.id))).rejects.toThrow(
      'unconfirmed',
    );
  });
});

async function fillAccounts(storage: Storage, customers: readonly ReturnType<typeof customerRow>[]) {
  const company = companyRow();
  const purpose = purposeRow(company);
  const version = versionRow(purpose);
  await storage.transact(async (tx) => {
    await tx.company.insert(company);
    await tx.purpose.insert(purpose);
    await tx.purpose.insertVersion(version, []);
    await tx.ledger.create('test.example/log', T0);
    const entries = [];
    for (const customer of customers) {
      const relationship = relationshipRow(customer, company, { blocked: customer.status !== 'active' });
      await tx.customer.insert(customer, customer.id);
      await tx.relationship.insert(relationship);
      await tx.consent.save(consentRow(relationship, version, { state: 'pending' }));
      await tx.customer.verify(customer.id, { channel: 'email', verifiedAt: T0, how: 'link' });
      await tx.preference.save(customer.id, null, { channelsOff: ['post'], pausedUntil: null }, T0);
      await tx.profile.saveGroup(
        { customerId: customer.id, group: 'contact', rowVersion: 1, sealed: Buffer.from('x') },
        T0,
      );
      await tx.fact.replace(customer.factId, { country: 'de', interests: ['repair'] });
      entries.push(entryRow(entries.length, { relationshipId: relationship.id, companyId: company.id }));
    }
    await tx.ledger.append(entries, [], {
      origin: 'test.example/log',
      size: entries.length,
      edge: [],
      lastAt: T1,
    });
  });
}

type Opened = Awaited<ReturnType<typeof openDatabase>>;

async function fillSignIn(database: Opened, customerIds: readonly string[]) {
  const { writer } = tablesOf(database);
  for (const id of customerIds) {
    const principal = `customer:${id}`;
    const session = { created_at: T0, seen_at: T0, expires_at: T1, absolute_expires_at: T1, remember: 0 };
    await writer
      .insertInto('session')
      .values({ id_hash: newId(), principal, stepped_up_at: null, ...session })
      .execute();
    await writer.insertInto('password').values({ principal, hash: 'x', updated_at: T0 }).execute();
    await writer
      .insertInto('idempotency')
      .values({ key: 'k', actor: principal, route: '/', body_hash: 'x', outcome: '{}', created_at: T0 })
      .execute();
  }
}

/** Rows of any table in which one of these texts stands, in whatever column. */
async function rowsNaming(database: Opened, texts: readonly string[]): Promise<number> {
  const { writer } = tablesOf(database);
  let count = 0;
  for (const { name, schema } of await writer.introspection.getTables()) {
    if (schema === 'keys') continue;
    const rows = await writer
      .selectFrom(name as 'customer')
      .selectAll()
      .execute();
    count += rows.filter((row) => texts.some((text) => JSON.stringify(row).includes(text))).length;
  }
  return count;
}
