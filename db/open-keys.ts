import { Kysely, sql } from 'kysely';
import type { KeyStore } from '#app/core/vault/key-store.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { postgresDialect, sqliteDialect } from './dialect.ts';
import { migrate } from './migrate.ts';
import { KEY_MIGRATIONS } from './migrations/index.ts';
import { assertDurable, makeFolder } from './open-connections.ts';
import { postgresKyselyDialect } from './postgres-driver.ts';
import { sqliteKyselyDialect } from './sqlite-driver.ts';
import { keyStore } from './stores/key-store.ts';
import type { KeyTables } from './tables/keys.ts';

const SCHEMA = 'keys';
const CONNECTIONS = 4;
const STATEMENT_TIMEOUT_MS = 30_000;

export interface KeyDatabase {
  readonly store: KeyStore;
  readonly kysely: Kysely<KeyTables>;
  close(): Promise<void>;
}

/**
 * Opens the keys, apart from what they open: a copy of the database alone
 * reads nothing, and an erasure shreds in one small place.
 */
export async function openKeys(url: string, onError: (error: Error) => void): Promise<KeyDatabase> {
  const address = parseDatabaseUrl(url);
  const kysely = address.engine === 'sqlite' ? openFile(address.path) : openSchema(address.url, onError);
  try {
    if (address.engine === 'postgres') await createSchema(kysely);
    await migrate(kysely, address.engine === 'sqlite' ? sqliteDialect : postgresDialect, KEY_MIGRATIONS);
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  return { kysely, store: keyStore(kysely), close: () => kysely.destroy() };
}

function openFile(path: string): Kysely<KeyTables> {
  makeFolder(path);
  return new Kysely({ dialect: sqliteKyselyDialect({ path, readonly: false }) });
}

function openSchema(url: string, onError: (error: Error) => void): Kysely<KeyTables> {
  const options = { url, onError, schema: SCHEMA, connections: CONNECTIONS };
  return new Kysely({
    dialect: postgresKyselyDialect({ ...options, readonly: false, statementTimeoutMs: STATEMENT_TIMEOUT_MS }),
  });
}

async function createSchema(kysely: Kysely<KeyTables>): Promise<void> {
  await assertDurable(kysely);
  await kysely.transaction().execute(async (tx) => {
    await postgresDialect.lockForMigration(tx);
    await sql`create schema if not exists ${sql.id(SCHEMA)}`.execute(tx);
  });
}
