import SqliteClient, { type Database as SqliteDatabase, type Statement } from 'better-sqlite3';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type Dialect as KyselyDialect,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** One connection's settings, asserted after opening: a silently weaker one would lose acknowledged decisions. */
export interface SqliteOptions {
  readonly path: string;
  readonly readonly: boolean;
  /** Called before each use of the connection; may throw. */
  readonly guard?: () => void;
}

const STATEMENT_CACHE = 400;

/**
 * Kysely over one better-sqlite3 connection with cached statements.
 * Differences to Kysely's own driver: `begin immediate` (plain `begin` fails
 * under concurrent writers when the read lock cannot be raised), statements
 * are prepared once, and a reading connection needs no queue because each
 * statement runs to its end synchronously.
 */
export function sqliteKyselyDialect(options: SqliteOptions): KyselyDialect {
  return {
    createDriver: () => new SqliteDriver(options),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** Opens a connection with every pragma set and read back. */
export function openSqlite({ path, readonly }: SqliteOptions): SqliteDatabase {
  const db = new SqliteClient(path, { readonly, fileMustExist: readonly });
  if (!readonly) db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('busy_timeout = 5000');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cache_size = -32000');
  assertPragmas(db, path);
  return db;
}

function assertPragmas(db: SqliteDatabase, path: string): void {
  // better-sqlite3 falls back to NORMAL when it reopens a WAL file, so the value is read back.
  const expected: [string, unknown][] = [
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['secure_delete', 1],
  ];
  for (const [pragma, value] of expected) {
    const actual = db.pragma(pragma, { simple: true });
    if (actual !== value)
      throw new Error(`SQLite ${path}: ${pragma} is ${String(actual)}, needed ${String(value)}`);
  }
}

class SqliteDriver implements Driver {
  readonly #options: SqliteOptions;
  #connection: SqliteConnection | undefined;
  #queue: Promise<void> = Promise.resolve();
  #release: (() => void) | undefined;

  constructor(options: SqliteOptions) {
    this.#options = options;
  }

  async init(): Promise<void> {
    this.#connection = new SqliteConnection(openSqlite(this.#options));
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    this.#options.guard?.();
    if (!this.#connection) throw new Error('database is closed');
    if (this.#options.readonly) return this.#connection;
    const before = this.#queue;
    let release: () => void = () => {};
    this.#queue = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    return this.#connection;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    (connection as SqliteConnection).exec(this.#options.readonly ? 'begin' : 'begin immediate');
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    (connection as SqliteConnection).exec('commit');
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    (connection as SqliteConnection).exec('rollback');
  }

  async releaseConnection(): Promise<void> {
    this.#release?.();
  }

  async destroy(): Promise<void> {
    this.#connection?.close();
    this.#connection = undefined;
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #db: SqliteDatabase;
  readonly #statements = new Map<string, Statement>();

  constructor(db: SqliteDatabase) {
    this.#db = db;
  }

  exec(sql: string): void {
    this.#db.exec(sql);
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepare(sql);
    if (statement.reader) return { rows: statement.all(...parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid), rows: [] };
  }

  // biome-ignore lint/correctness/useYield: streaming would block every other query; keyset pages are used instead.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('streaming is not used: read in keyset pages');
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #prepare(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    if (this.#statements.size >= STATEMENT_CACHE) this.#statements.clear();
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
