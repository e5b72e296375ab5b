import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import type { Connections } from './connections.ts';
import type { DatabaseAddress } from './database-url.ts';
import { type PostgresOptions, postgresKyselyDialect } from './postgres-driver.ts';
import { sqliteKyselyDialect } from './sqlite-driver.ts';
import type { Tables } from './tables/tables.ts';

const MINUTE_MS = 60_000;

/** Sizes for one node: three nodes stay below PostgreSQL's 100 connections. */
const WRITE_CONNECTIONS = 8;
const READ_CONNECTIONS = 12;
const LONG_READ_CONNECTIONS = 3;

/** Files of a new portal are for its own user only. */
export function makeFolder(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
}

/**
 * The writer first: it creates the file, which the readers then open
 * read-only.
 *
 * @param guard asserts that no transaction is running in the caller
 */
export async function openConnections(
  address: DatabaseAddress,
  guard: () => void,
  onError: (error: Error) => void,
): Promise<Connections> {
  if (address.engine === 'sqlite') {
    const { path } = address;
    makeFolder(path);
    const open = (readonly: boolean) =>
      new Kysely<Tables>({ dialect: sqliteKyselyDialect({ path, readonly }) });
    const writer = open(false);
    await sql`select 1`.execute(writer);
    const reading = () =>
      new Kysely<Tables>({ dialect: sqliteKyselyDialect({ path, readonly: true, guard }) });
    return { writer, reader: reading(), longReader: reading() };
  }
  const open = (options: Omit<PostgresOptions, 'url' | 'onError'>) =>
    new Kysely<Tables>({ dialect: postgresKyselyDialect({ ...options, url: address.url, onError }) });
  const writer = open({ connections: WRITE_CONNECTIONS, readonly: false, statementTimeoutMs: MINUTE_MS });
  await assertDurable(writer);
  return {
    writer,
    reader: open({ connections: READ_CONNECTIONS, readonly: true, statementTimeoutMs: MINUTE_MS / 2, guard }),
    longReader: open({
      connections: LONG_READ_CONNECTIONS,
      readonly: true,
      statementTimeoutMs: 30 * MINUTE_MS,
      guard,
    }),
  };
}

/** A server that answers before the disk has it would lose acknowledged decisions. */
export async function assertDurable<T>(db: Kysely<T>): Promise<void> {
  const accepted: Record<string, readonly string[]> = {
    fsync: ['on'],
    full_page_writes: ['on'],
    synchronous_commit: ['on', 'remote_apply'],
  };
  for (const [setting, values] of Object.entries(accepted)) {
    const { rows } = await sql<{ value: string }>`select current_setting(${setting}) as value`.execute(db);
    const value = rows[0]?.value ?? '';
    if (!values.includes(value)) {
      throw new Error(`PostgreSQL: ${setting} is ${value}, needed ${values.join(' or ')}`);
    }
  }
}
