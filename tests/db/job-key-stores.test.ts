import { describe, expect, onTestFinished, test } from 'vitest';
import type { Job } from '#app/core/job/job-store.ts';
import { openDatabase, tablesOf } from '#db/open-db.ts';
import { newId, T0, T1, T2, T3 } from '#tests/db/rows.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { createTestDatabase } from '#tests/support/test-database.ts';

async function open(engine: Engine) {
  const opened = await createTestDatabase(engine);
  onTestFinished(opened.close);
  return opened;
}

function jobRow(change: Partial<Job> = {}): Omit<Job, 'attempts'> {
  return {
    id: newId(),
    kind: 'mail',
    payload: '{"to":"subject"}',
    sealed: Buffer.from('sealed code'),
    keyId: 'portal',
    runAt: T1,
    ...change,
  };
}

describe.each(ENGINES)('jobs on %s', (engine) => {
  test('a due job is claimed once, by its kind, and again when the claim has run out', async () => {
    const { storage } = (await open(engine)).database;
    const [due, later, other] = [jobRow(), jobRow({ runAt: T3 }), jobRow({ kind: 'expire' })];
    await storage.transact(async (tx) => {
      for (const job of [due, later, other]) await tx.job.insert(job, T0);
    });
    expect(await storage.read.job.countDue(T1)).toBe(2);
    expect(await storage.read.job.countDue(T1, ['mail'])).toBe(1);
    const claim = (at: typeof T1, until: typeof T1) =>
      storage.transact((tx) => tx.job.claim(['mail'], at, until, 10));
    expect(await claim(T0, T1)).toEqual([]);
    expect(await claim(T1, T2)).toEqual([{ ...due, attempts: 1 }]);
    expect(await claim(T1, T2)).toEqual([]);
    expect(await claim(T2, T3)).toEqual([{ ...due, attempts: 2 }]);
  });

  test('what is done is wiped of what was sealed and deleted later; what failed stays', async () => {
    const { database } = await open(engine);
    const { storage } = database;
    const [done, retried, given, again] = [jobRow(), jobRow(), jobRow(), jobRow()];
    await storage.transact(async (tx) => {
      for (const job of [done, retried, given, again]) await tx.job.insert(job, T0);
      await tx.job.ensure({ ...done, payload: 'other' }, T0);
      await tx.job.claim(['mail'], T1, T2, 10);
      await tx.job.finish(done.id, T1);
      await tx.job.fail(retried.id, 'later', T3);
      await tx.job.fail(given.id, 'never', null);
      await tx.job.repeat(again.id, T2);
    });
    const rows = await tablesOf(database).writer.selectFrom('job').selectAll().execute();
    const row = (id: string) => rows.find((one) => one.id === id);
    expect(row(done.id)).toMatchObject({ sealed: null, key_id: null, payload: done.payload });
    expect(row(again.id)).toMatchObject({ attempts: 0, last_error: null });
    expect(await storage.read.job.countFailed()).toBe(1);
    const claimed = await storage.transact((tx) => tx.job.claim(['mail'], T3, T3, 10));
    expect(claimed.map(({ id, attempts }) => [id, attempts])).toEqual([
      [again.id, 1],
      [retried.id, 2],
    ]);
    await storage.transact((tx) => tx.job.deleteDone(T2));
    expect(await storage.read.job.countFailed()).toBe(1);
    const left = await tablesOf(database).writer.selectFrom('job').select('id').execute();
    expect(left.map(({ id }) => id).sort()).toEqual([again.id, given.id, retried.id].sort());
  });

  test('runners that claim at once share the jobs and take none twice', async () => {
    const { database, url } = await open(engine);
    // A second node, where there may be one: two writers of one SQLite file inside one process block each other.
    const second = engine === 'postgres' ? await openDatabase({ url }) : database;
    if (second !== database) onTestFinished(() => second.close());
    const jobs = Array.from({ length: 40 }, () => jobRow());
    await database.storage.transact(async (tx) => {
      for (const job of jobs) await tx.job.insert(job, T0);
    });
    const claims = Array.from({ length: 20 }, (_, index) =>
      (index % 2 ? database : second).storage.transact((tx) => tx.job.claim(['mail'], T1, T2, 2)),
    );
    const taken = (await Promise.all(claims)).flat().map(({ id }) => id);
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken.length).toBe(40);
  });
});

describe.each(ENGINES)('keys on %s', (engine) => {
  const wrapped = (id: string) => ({
    id,
    kekId: 'kek-1',
    wrapped: Buffer.from(`wrapped ${id}`),
    createdAt: T0,
  });

  test('keys are found, listed in order and wrapped anew', async () => {
    const { keyStore } = (await open(engine)).database;
    const ids = Array.from({ length: 1200 }, (_, index) => `profile:${String(index).padStart(4, '0')}`);
    await keyStore.insertMany(ids.map(wrapped));
    expect(await keyStore.find('profile:0007')).toEqual(wrapped('profile:0007'));
    expect(await keyStore.findMany([...ids, 'profile:none'])).toHaveLength(1200);
    expect((await keyStore.page(null, 2)).map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect((await keyStore.page('profile:1198', 5)).map(({ id }) => id)).toEqual(['profile:1199']);
    await keyStore.replaceWrapped('profile:0007', 'kek-2', Buffer.from('anew'));
    expect(await keyStore.find('profile:0007')).toMatchObject({ kekId: 'kek-2' });
  });

  test('a key under a used id is refused, with all keys that came with it', async () => {
    const { keyStore } = (await open(engine)).database;
    await keyStore.insert(wrapped('a'));
    await expect(keyStore.insertMany([wrapped('b'), wrapped('a')])).rejects.toThrow();
    expect(await keyStore.find('b')).toBeUndefined();
    expect(await keyStore.find('a')).toEqual(wrapped('a'));
  });

  test('a shredded key is on the list and in no row; a second time changes nothing', async () => {
    const { database } = await open(engine);
    const { keyStore } = database;
    await keyStore.insertMany([wrapped('a'), wrapped('b')]);
    for (const at of [T1, T2]) await keyStore.shred(['a'], at);
    expect((await keyStore.page(null, 10)).map(({ id }) => id)).toEqual(['b']);
    const list = await tablesOf(database).keys.kysely.selectFrom('shred_list').selectAll().execute();
    expect(list).toEqual([{ id: 'a', at: T1 }]);
  });

  test('keys stand apart: the database with the data has no table of them', async () => {
    const { database } = await open(engine);
    const tables = await tablesOf(database).writer.introspection.getTables();
    const own = tables.filter(({ schema }) => schema !== 'keys').map(({ name }) => name);
    expect(own).toContain('customer');
    expect(own).not.toContain('vault_key');
  });
});
