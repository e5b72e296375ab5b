import { type Kysely, sql } from 'kysely';

/** Everything the two engines do differently, in one drawer. */
export interface Dialect {
  readonly engine: 'sqlite' | 'postgres';
  /** Fills in the column types and table options of a statement. */
  ddl(statement: string): string;
  /** Holds off a second migrator until this transaction ends. */
  lockForMigration<T>(tx: Kysely<T>): Promise<void>;
  /** Holds the ledger for this transaction: indices stay contiguous over all nodes. */
  lockLedger<T>(tx: Kysely<T>): Promise<void>;
  /** True when a unique constraint refused the write: the only place that knows both engines' words. */
  isUniqueViolation(error: unknown): boolean;
}

export const sqliteDialect: Dialect = {
  engine: 'sqlite',
  ddl: (statement) => fill(statement, { text: 'text', blob: 'blob', strict: 'strict' }),
  // `begin immediate` already holds the only write lock.
  lockForMigration: async () => {},
  lockLedger: async () => {},
  isUniqueViolation: (error) =>
    codeOf(error) === 'SQLITE_CONSTRAINT_UNIQUE' || codeOf(error) === 'SQLITE_CONSTRAINT_PRIMARYKEY',
};

const MIGRATION_LOCK = 7_301_001;
const LEDGER_LOCK = 7_301_002;

export const postgresDialect: Dialect = {
  engine: 'postgres',
  // "C" sorts by bytes as SQLite does; other collations would page differently.
  ddl: (statement) => fill(statement, { text: 'text collate "C"', blob: 'bytea', strict: '' }),
  lockForMigration: async (tx) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx);
  },
  lockLedger: async (tx) => {
    await sql`select pg_advisory_xact_lock(${LEDGER_LOCK})`.execute(tx);
  },
  isUniqueViolation: (error) => codeOf(error) === '23505',
};

function fill(statement: string, words: Record<string, string>): string {
  return statement.replace(/\{(\w+)\}/g, (_, word: string) => {
    const value = words[word];
    if (value === undefined) throw new Error(`unknown word {${word}} in DDL`);
    return value;
  });
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
