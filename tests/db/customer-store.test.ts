import { describe, expect, onTestFinished, test } from 'vitest';
import { customerRow, T0, T1, T2 } from '#tests/db/rows.ts';
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

  test('only an account that nobody confirmed is deleted this way', async () => {
    const { storage } = await openDatabase(engine);
    const [gone, stays] = [customerRow({ status: 'unconfirmed', confirmedAt: null }), customerRow()];
    await storage.transact(async (tx) => {
      for (const customer of [gone, stays]) await tx.customer.insert(customer, customer.id);
      await tx.customer.deleteUnconfirmed(gone.id);
    });
    expect(await storage.read.customer.find(gone.id)).toBeUndefined();
    await expect(storage.transact((tx) => tx.customer.deleteUnconfirmed(stays.id))).rejects.toThrow(
      'unconfirmed',
    );
  });
});
