import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { tablesOf } from '#db/open-db.ts';
import type { DatabaseLog } from '#db/storage.ts';
import { companyRow, customerRow, entryRow, relationshipRow, T0 } from '#tests/db/rows.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { createTestDatabase } from '#tests/support/test-database.ts';

function recordingLog() {
  const events: string[] = [];
  const note = (event: string): void => void events.push(event);
  const log: DatabaseLog = { warn: note, error: note };
  return { events, log };
}

async function open(engine: Engine, log?: DatabaseLog) {
  const { database, close } = await createTestDatabase(engine, log);
  onTestFinished(close);
  return database;
}

describe.each(ENGINES)('a transaction on %s', (engine) => {
  test('that fails leaves nothing half done, and nobody is told', async () => {
    const { storage } = await open(engine);
    const [company, customer] = [companyRow(), customerRow()];
    const told: string[] = [];
    await storage.transact((tx) => tx.ledger.create('test.example/log', T0));
    const failing = storage.transact(async (tx) => {
      await tx.company.insert(company);
      await tx.customer.insert(customer, 'index');
      await tx.relationship.insert(relationshipRow(customer, company));
      await tx.ledger.append([entryRow(0)], [], {
        origin: 'test.example/log',
        size: 1,
        edge: [],
        lastAt: T0,
      });
      await tx.ledger.takeChangeNumbers(company.id, 5);
      tx.onCommit(() => told.push('told'));
      throw new Error('in the last moment');
    });
    await expect(failing).rejects.toThrow('in the last moment');
    expect(told).toEqual([]);
    expect(await storage.read.company.all()).toEqual([]);
    expect(await storage.read.customer.find(customer.id)).toBeUndefined();
    expect((await storage.read.ledger.state())?.size).toBe(0);
    expect(await storage.read.ledger.entry(0)).toBeUndefined();
  });

  test('reads what it wrote, while outside the old state holds', async () => {
    const { storage } = await open(engine);
    const company = companyRow();
    let seenOutside: Promise<unknown> = Promise.resolve('not asked');
    let ask: () => void = () => {};
    const outside = new Promise<void>((resolve) => {
      ask = resolve;
    }).then(() => storage.read.company.find(company.id));
    await storage.transact(async (tx) => {
      await tx.company.insert(company);
      expect(await tx.company.find(company.id)).toEqual(company);
      ask();
      seenOutside = outside;
      await seenOutside;
    });
    expect(await seenOutside).toBeUndefined();
    expect(await storage.read.company.find(company.id)).toEqual(company);
  });

  test('tells the world after the commit, in order, and a failing effect fails nobody', async () => {
    const { events, log } = recordingLog();
    const { storage } = await open(engine, log);
    const company = companyRow();
    const told: string[] = [];
    const seen: Promise<unknown>[] = [];
    const result = await storage.transact(async (tx) => {
      tx.onCommit(() => {
        told.push('first');
        throw new Error('mail server down');
      });
      tx.onCommit(() => void seen.push(storage.read.company.find(company.id)));
      tx.onCommit(() => void seen.push(storage.transact((next) => next.company.all())));
      await tx.company.insert(company);
      return 'done';
    });
    expect(result).toBe('done');
    expect(told).toEqual(['first']);
    expect(await Promise.all(seen)).toEqual([company, [company]]);
    expect(events).toEqual(['effect after a commit failed']);
  });

  test('that uses what is outside is told so instead of hanging, and the next one works', async () => {
    const { storage } = await open(engine);
    const attempts = [
      () => storage.read.company.all(),
      () => storage.read.ledger.range(0, 1),
      () => storage.transact((tx) => tx.company.all()),
    ];
    for (const attempt of attempts) {
      await expect(storage.transact(async () => attempt())).rejects.toThrow('inside a transaction');
    }
    expect(await storage.transact((tx) => tx.company.all())).toEqual([]);
  });

  test('that is over lets what it started go on, but not write any more', async () => {
    const { storage } = await open(engine);
    const company = companyRow();
    let later: Promise<unknown> = Promise.resolve();
    let forgotten: () => Promise<unknown> = async () => {};
    await storage.transact(async (tx) => {
      later = new Promise((resolve) => setTimeout(resolve, 20)).then(() => storage.read.company.all());
      forgotten = () => tx.consent.find('a' as never, 'b' as never);
      await tx.company.insert(company);
    });
    expect(await later).toEqual([company]);
    await expect(forgotten()).rejects.toThrow('the transaction is over');
  });

  test('waits for the other: of many that read, add one and write under the lock none is lost', async () => {
    const { storage } = await open(engine);
    const customer = customerRow();
    await storage.transact((tx) => tx.customer.insert(customer, null));
    const add = () =>
      storage.transact(async (tx) => {
        await tx.ledger.lock();
        const [blob] = await tx.profile.sealedGroups([customer.id]);
        const rowVersion = (blob?.rowVersion ?? 0) + 1;
        const sealed = Buffer.from(`${Number(blob?.sealed.toString() ?? 0) + 1}`);
        await tx.profile.saveGroup({ customerId: customer.id, group: 'contact', rowVersion, sealed }, T0);
      });
    await Promise.all(Array.from({ length: 60 }, add));
    const [blob] = await storage.read.profile.sealedGroups([customer.id]);
    expect(blob).toMatchObject({ rowVersion: 60, sealed: Buffer.from('60') });
  });
});

test('PostgreSQL: two transactions that lock each other out both succeed, and each is told of once', async () => {
  const { events, log } = recordingLog();
  const database = await open('postgres', log);
  const { storage } = database;
  const companies = [companyRow('A'), companyRow('B')];
  await storage.transact(async (tx) => {
    for (const company of companies) await tx.company.insert(company);
  });
  const told: string[] = [];
  let met = 0;
  const cross = (order: typeof companies, name: string) =>
    storage.transact(async (tx) => {
      tx.onCommit(() => told.push(name));
      for (const [index, company] of order.entries()) {
        await tx.ledger.takeChangeNumbers(company.id, 1);
        if (index === 0) met += 1;
        while (index === 0 && met < 2) await new Promise((resolve) => setTimeout(resolve, 5));
      }
    });
  await Promise.all([cross(companies, 'one'), cross([...companies].reverse(), 'two')]);
  expect(events).toContain('transaction repeated');
  expect(told.sort()).toEqual(['one', 'two']);
  const { rows } = await sql`select change_seq from company`.execute(tablesOf(database).reader);
  expect(rows).toEqual([{ change_seq: 2 }, { change_seq: 2 }]);
});
