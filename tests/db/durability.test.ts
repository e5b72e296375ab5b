import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Reader } from '#db/connections.ts';
import { keysUrlFor, parseDatabaseUrl } from '#db/database-url.ts';
import { openDatabase, tablesOf } from '#db/open-db.ts';
import { companyWriter } from '#db/stores/company-store.ts';
import type { KeyTables } from '#db/tables/keys.ts';
import type { Tables } from '#db/tables/tables.ts';
import { companyRow, T0 } from '#tests/db/rows.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { createPostgresDatabase } from '#tests/support/postgres.ts';
import { createTestDatabase } from '#tests/support/test-database.ts';

async function open(engine: Engine) {
  const opened = await createTestDatabase(engine);
  onTestFinished(opened.close);
  return opened;
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'driverseat-durability-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function pragma(db: Kysely<Tables> | Kysely<KeyTables>, name: string): Promise<unknown> {
  const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db as Kysely<unknown>);
  return Object.values(rows[0] ?? {})[0];
}

describe('SQLite', () => {
  test('every connection is durable, tidy and checks its references, also on a file opened again', async () => {
    const { url } = await open('sqlite');
    const again = await openDatabase({ url });
    onTestFinished(() => again.close());
    const { writer, reader, longReader, keys } = tablesOf(again);
    for (const db of [writer, reader, longReader, keys.kysely]) {
      expect(await pragma(db, 'synchronous')).toBe(2);
      expect(await pragma(db, 'journal_mode')).toBe('wal');
      expect(await pragma(db, 'foreign_keys')).toBe(1);
      expect(await pragma(db, 'secure_delete')).toBe(1);
      expect(await pragma(db, 'trusted_schema')).toBe(0);
      expect(await pragma(db, 'busy_timeout')).toBe(5000);
    }
  });

  test('a file that cannot keep a write-ahead log is refused', async () => {
    const keysUrl = `sqlite:${temporaryFolder()}/keys.sqlite`;
    await expect(openDatabase({ url: 'sqlite::memory:', keysUrl })).rejects.toThrow('journal_mode is memory');
  });

  test('tables are strict: a value of another type is refused', async () => {
    const { database } = await open('sqlite');
    const { writer } = tablesOf(database);
    const wrong = { slug: 'x', profile: '{}', change_seq: 'many' as never, created_at: T0 };
    await expect(
      writer
        .insertInto('company')
        .values({ id: 'x', ...wrong })
        .execute(),
    ).rejects.toThrow('cannot store TEXT');
  });

  test('what was removed is in no file once the write-ahead logs are emptied', async () => {
    const { database, folder } = await open('sqlite');
    const company = companyRow();
    await database.storage.transact((tx) => tx.company.insert(company));
    expect(statSync(join(folder, 'driverseat.sqlite-wal')).size).toBeGreaterThan(0);
    await database.checkpointWal();
    expect(statSync(join(folder, 'driverseat.sqlite-wal')).size).toBe(0);
    expect(statSync(join(folder, 'keys.sqlite-wal')).size).toBe(0);
    expect(await database.storage.read.company.find(company.id)).toEqual(company);
  });

  test('a new folder of data is closed to other users', async () => {
    const folder = join(temporaryFolder(), 'data');
    const database = await openDatabase({ url: `sqlite:${folder}/d.sqlite` });
    await database.close();
    expect(statSync(folder).mode & 0o077).toBe(0);
  });
});

describe('PostgreSQL', () => {
  test('a shredded key is in no page of its table once that is written anew', async () => {
    const { database } = await open('postgres');
    const { kysely } = tablesOf(database).keys;
    const keys = Array.from({ length: 200 }, (_, index) => ({
      id: `k${index}`,
      kekId: 'a',
      wrapped: Buffer.alloc(60, index),
      createdAt: T0,
    }));
    const pages = async () => {
      const size = sql<{ bytes: number }>`select pg_relation_size('vault_key') as bytes`;
      return (await size.execute(kysely)).rows[0]?.bytes ?? -1;
    };
    await database.keyStore.insertMany(keys);
    await database.keyStore.shred(
      keys.map(({ id }) => id),
      T0,
    );
    expect(await pages()).toBeGreaterThan(0);
    // A snapshot that another connection still holds keeps dead rows; the next run takes them.
    const rewritten = async (): Promise<number> => {
      await database.checkpointWal();
      return pages();
    };
    await expect.poll(rewritten, { timeout: 20_000, interval: 500 }).toBe(0);
  });

  test('a server that acknowledges before its disk does is refused', async () => {
    const postgres = await createPostgresDatabase();
    onTestFinished(() => postgres.drop());
    const name = new URL(postgres.url).pathname.slice(1);
    const first = await openDatabase({ url: postgres.url });
    await sql`alter database ${sql.id(name)} set synchronous_commit = off`.execute(tablesOf(first).writer);
    await first.close();
    await expect(openDatabase({ url: postgres.url })).rejects.toThrow('synchronous_commit is off');
  });

  test('sessions count in UTC, and a number that JavaScript cannot hold is an error, not a guess', async () => {
    const { database } = await open('postgres');
    const { reader, writer } = tablesOf(database);
    const { rows } = await sql<{ zone: string }>`select current_setting('timezone') as zone`.execute(writer);
    expect(rows).toEqual([{ zone: 'UTC' }]);
    const ask = (text: string) => sql<{ n: unknown }>`select cast(${text} as bigint) as n`.execute(reader);
    expect((await ask('9007199254740991')).rows).toEqual([{ n: Number.MAX_SAFE_INTEGER }]);
    await expect(ask('9007199254740993')).rejects.toThrow('too large');
  });
});

describe.each(ENGINES)('a database on %s', (engine) => {
  test('reading connections cannot write, whatever they are asked', async () => {
    const { database } = await open(engine);
    const { reader, longReader } = tablesOf(database);
    for (const db of [reader, longReader]) {
      await expect(sql`delete from company`.execute(db)).rejects.toThrow(/read-?only/);
    }
  });

  test('answers a probe without a trace, and tells its size and that its schema fits', async () => {
    const { database } = await open(engine);
    await database.ping();
    await Promise.all([database.writeProbe(), database.writeProbe()]);
    expect(await tablesOf(database).writer.selectFrom('demo_mail').selectAll().execute()).toEqual([]);
    expect(await database.sizeBytes()).toBeGreaterThan(100_000);
    expect(await database.pendingMigrations()).toEqual({ missing: [], unknown: [] });
  });

  test('comes back after a restart as it was', async () => {
    const { database, url } = await open(engine);
    const company = companyRow();
    await database.storage.transact((tx) => tx.company.insert(company));
    await database.keyStore.insert({ id: 'k', kekId: 'a', wrapped: Buffer.from('w'), createdAt: T0 });
    const again = await openDatabase({ url });
    onTestFinished(() => again.close());
    expect(await again.storage.read.company.all()).toEqual([company]);
    expect((await again.keyStore.find('k'))?.kekId).toBe('a');
  });
});

test('who only reads has no words to write with, and no bare connection passes for a transaction', () => {
  const wrong = (reader: Reader, kysely: Kysely<Tables>) => {
    // @ts-expect-error a reader cannot insert
    reader.insertInto('company');
    // @ts-expect-error nor update
    reader.updateTable('company');
    // @ts-expect-error nor delete
    reader.deleteFrom('company');
    // @ts-expect-error writing takes what a transaction handed out
    companyWriter(kysely);
  };
  expect(wrong).toBeTypeOf('function');
});

test('an address names the engine, and where the keys are follows from it', () => {
  expect(parseDatabaseUrl('sqlite:./data/d.sqlite')).toEqual({ engine: 'sqlite', path: './data/d.sqlite' });
  expect(parseDatabaseUrl('sqlite:///srv/d.sqlite')).toEqual({ engine: 'sqlite', path: '/srv/d.sqlite' });
  expect(keysUrlFor('sqlite:data/d.sqlite')).toBe('sqlite:data/keys.sqlite');
  expect(keysUrlFor('postgres://u@h/d')).toBe('postgres://u@h/d');
  expect(() => parseDatabaseUrl('mysql://h/d')).toThrow('sqlite:');
});
