import { type Kysely, sql } from 'kysely';
import type { Storage } from '#app/core/shared/storage.ts';
import type { KeyStore } from '#app/core/vault/key-store.ts';
import type { Connections } from './connections.ts';
import { keysUrlFor, parseDatabaseUrl } from './database-url.ts';
import { dialectOf } from './dialect.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { openConnections } from './open-connections.ts';
import { type KeyDatabase, openKeys } from './open-keys.ts';
import { createStorage, type DatabaseLog, TransactionGuard } from './storage.ts';
import type { Tables } from './tables/tables.ts';

export interface Database {
  readonly engine: 'sqlite' | 'postgres';
  readonly storage: Storage;
  readonly keyStore: KeyStore;
  /** Answers while the database can be read. */
  ping(): Promise<void>;
  /** Answers while the database takes writes; leaves nothing behind. */
  writeProbe(): Promise<void>;
  /** Steps that this program and the database do not share: both lists are empty when they fit. */
  pendingMigrations(): Promise<{ missing: string[]; unknown: string[] }>;
  /** Bytes on disk, keys not included. */
  sizeBytes(): Promise<number>;
  /**
   * What was removed is in no file of the database any more: SQLite's
   * write-ahead logs are emptied, PostgreSQL's table of keys is written anew
   * (its archived log is the operator's). Throws when another process holds on
   * to a log.
   */
  checkpointWal(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `sqlite:<path>` or `postgres://…` */
  readonly url: string;
  /** Absent: `keys.sqlite` beside the file, the schema `keys` on the same server. */
  readonly keysUrl?: string;
  readonly log?: DatabaseLog;
}

const SILENT: DatabaseLog = { warn: () => {}, error: () => {} };

/** The tables behind a database: for db/ and its tests, which must tamper to see whether it shows. */
const connectionsOf = new WeakMap<Database, Connections & { readonly keys: KeyDatabase }>();

export function tablesOf(database: Database): Connections & { readonly keys: KeyDatabase } {
  const found = connectionsOf.get(database);
  if (!found) throw new Error('not an open database');
  return found;
}

/**
 * Opens data and keys and brings both schemas up to date. Every connection's
 * durability is asserted; a database that would lose what it acknowledged is
 * refused.
 */
export async function openDatabase({ url, keysUrl, log = SILENT }: DatabaseOptions): Promise<Database> {
  const address = parseDatabaseUrl(url);
  const guard = new TransactionGuard();
  const onError = (error: Error): void => log.error('database connection lost', { error });
  const keys = await openKeys(keysUrl ?? keysUrlFor(url), onError);
  let connections: Connections | undefined;
  try {
    connections = await openConnections(address, guard.assertOutside, onError);
    await migrate(connections.writer, dialectOf(connections.writer), MIGRATIONS);
  } catch (error) {
    await connections?.writer.destroy();
    await keys.close();
    throw error;
  }
  const database = describe(connections, keys, createStorage(connections, guard, log));
  connectionsOf.set(database, { ...connections, keys });
  return database;
}

function describe(connections: Connections, keys: KeyDatabase, storage: Storage): Database {
  const { writer, reader, longReader } = connections;
  const { engine } = dialectOf(writer);
  return {
    engine,
    storage,
    keyStore: keys.store,
    ping: async () => {
      await sql`select 1`.execute(reader);
    },
    writeProbe: () => probe(writer),
    pendingMigrations: () => pendingMigrations(reader, MIGRATIONS),
    sizeBytes: async () => {
      const size =
        engine === 'sqlite'
          ? sql<{
              bytes: number;
            }>`select page_count * page_size as bytes from pragma_page_count, pragma_page_size`
          : sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`;
      return (await size.execute(reader)).rows[0]?.bytes ?? 0;
    },
    checkpointWal: async () => {
      if (engine === 'postgres') {
        await sql`vacuum (full) vault_key`.execute(keys.kysely);
        return;
      }
      for (const db of [writer, keys.kysely] as const) {
        const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(
          db as Kysely<unknown>,
        );
        if (rows[0]?.busy !== 0) throw new Error('the write-ahead log is in use and could not be emptied');
      }
    },
    close: async () => {
      // The writer last: its closing folds the write-ahead log into the file.
      for (const connection of [longReader, reader, writer]) await connection.destroy();
      await keys.close();
    },
  };
}

class ProbeDone extends Error {}

/** Writes and takes it back, so that a full or read-only disk shows before a customer meets it. */
async function probe(writer: Kysely<Tables>): Promise<void> {
  try {
    await writer.transaction().execute(async (trx) => {
      await trx
        .insertInto('demo_mail')
        .values({ id: 'probe', recipient: '', subject: '', body_text: '', body_html: '', sent_at: '' })
        .execute();
      throw new ProbeDone();
    });
  } catch (error) {
    if (!(error instanceof ProbeDone)) throw error;
  }
}
