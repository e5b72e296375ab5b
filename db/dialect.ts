import {
  type Expression,
  type QueryExecutorProvider,
  type RawBuilder,
  type SqlBool,
  SqliteAdapter,
  sql,
} from 'kysely';

/** Everything the two engines do differently, in one drawer. */
export interface Dialect {
  readonly engine: 'sqlite' | 'postgres';
  /** Fills in the column types and table options of a statement. */
  ddl(statement: string): string;
  /** Holds off a second migrator until this transaction ends. */
  lockForMigration(tx: QueryExecutorProvider): Promise<void>;
  /** Holds the ledger for this transaction: indices stay contiguous over all nodes. */
  lockLedger(tx: QueryExecutorProvider): Promise<void>;
  /** Rows that another transaction holds are passed over instead of waited for. */
  readonly skipsLocked: boolean;
  /** The column is in a list given as a JSON array: one statement for lists of every length. */
  anyOf(column: Expression<string | null>, list: string): Expression<SqlBool>;
  anyNumberOf(column: Expression<number | null>, list: string): Expression<SqlBool>;
  /** The two columns equal one of the pairs of numbers in a JSON array of arrays. */
  anyPairOf(first: Expression<number>, second: Expression<number>, list: string): Expression<SqlBool>;
  /** A JSON array of arrays as rows (call them `v`), to change many rows by one statement, with what stands at a place of a row. */
  rowsOf(list: string): RawBuilder<{ value: unknown }>;
  textAt(place: number): RawBuilder<string>;
  numberAt(place: number): RawBuilder<number>;
  /** True when a unique constraint refused the write: the only place that knows both engines' words. */
  isUniqueViolation(error: unknown): boolean;
  /** True when the engine gave up on a transaction that may succeed when it is run again. */
  mayRetry(error: unknown): boolean;
}

export const sqliteDialect: Dialect = {
  engine: 'sqlite',
  ddl: (statement) =>
    fill(statement, {
      text: 'text',
      blob: 'blob',
      int: 'integer',
      strict: 'strict',
      keyed: 'strict, without rowid',
    }),
  // `begin immediate` already holds the only write lock.
  lockForMigration: async () => {},
  lockLedger: async () => {},
  skipsLocked: false,
  anyOf: (column, list) => sql`${column} in (select value from json_each(${list}))`,
  anyNumberOf: (column, list) => sql`${column} in (select value from json_each(${list}))`,
  anyPairOf: (first, second, list) =>
    sql`(${first}, ${second}) in (select value ->> 0, value ->> 1 from json_each(${list}))`,
  rowsOf: (list) => sql`json_each(${list})`,
  textAt: (place) => sql`v.value ->> ${sql.lit(place)}`,
  numberAt: (place) => sql`v.value ->> ${sql.lit(place)}`,
  isUniqueViolation: (error) =>
    codeOf(error) === 'SQLITE_CONSTRAINT_UNIQUE' || codeOf(error) === 'SQLITE_CONSTRAINT_PRIMARYKEY',
  mayRetry: () => false,
};

const MIGRATION_LOCK = 7_301_001;
const LEDGER_LOCK = 7_301_002;

export const postgresDialect: Dialect = {
  engine: 'postgres',
  // "C" sorts by bytes as SQLite does; other collations would page differently.
  ddl: (statement) =>
    fill(statement, { text: 'text collate "C"', blob: 'bytea', int: 'bigint', strict: '', keyed: '' }),
  lockForMigration: async (tx) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx);
  },
  lockLedger: async (tx) => {
    await sql`select pg_advisory_xact_lock(${LEDGER_LOCK})`.execute(tx);
  },
  skipsLocked: true,
  anyOf: (column, list) =>
    sql`${column} = any(array(select json_array_elements_text(cast(${list} as json))))`,
  anyNumberOf: (column, list) =>
    sql`${column} = any(array(select cast(json_array_elements_text(cast(${list} as json)) as bigint)))`,
  anyPairOf: (first, second, list) =>
    sql`(${first}, ${second}) in (select cast(pair ->> 0 as bigint), cast(pair ->> 1 as bigint) from json_array_elements(cast(${list} as json)) as pairs(pair))`,
  rowsOf: (list) => sql`json_array_elements(cast(${list} as json))`,
  textAt: (place) => sql`v.value ->> ${sql.lit(place)}`,
  numberAt: (place) => sql`cast(v.value ->> ${sql.lit(place)} as bigint)`,
  isUniqueViolation: (error) => codeOf(error) === '23505',
  // Serialisation failure, deadlock.
  mayRetry: (error) => codeOf(error) === '40001' || codeOf(error) === '40P01',
};

/** The habits of the engine behind a connection. */
export function dialectOf(db: QueryExecutorProvider): Dialect {
  return db.getExecutor().adapter instanceof SqliteAdapter ? sqliteDialect : postgresDialect;
}

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
