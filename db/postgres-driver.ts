import { type Dialect as KyselyDialect, PostgresDialect, type PostgresPoolClient } from 'kysely';
import pg from 'pg';

export interface PostgresOptions {
  readonly url: string;
  readonly connections: number;
  /** The engine itself refuses to write on such a connection. */
  readonly readonly: boolean;
  readonly statementTimeoutMs: number;
  /** Schema in which unqualified names are looked up. */
  readonly schema?: string;
  /** Called before each use of a connection; may throw. */
  readonly guard?: () => void;
  /** A connection broke while idle; the pool replaces it. */
  readonly onError: (error: Error) => void;
}

const CONNECT_TIMEOUT_MS = 10_000;
const LOCK_TIMEOUT_MS = 15_000;
const IDLE_IN_TRANSACTION_MS = 30_000;

/** Statements this long are rare; at most so many names are kept on the server for each connection. */
const NAMED_BELOW = 4_000;
const NAMED_STATEMENTS = 500;

/** Kysely over a pool whose connections prepare each statement once. */
export function postgresKyselyDialect(options: PostgresOptions): KyselyDialect {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: options.statementTimeoutMs,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    application_name: 'driverseat',
    options: sessionOptions(options),
    types: { getTypeParser: typeParser },
  });
  pool.on('error', options.onError);
  const names = new Map<string, string>();
  return new PostgresDialect({
    pool: {
      connect: async () => {
        options.guard?.();
        return namingClient(await pool.connect(), names);
      },
      end: () => pool.end(),
    },
  });
}

function sessionOptions({ readonly, schema }: PostgresOptions): string {
  const settings = ['timezone=UTC', `default_transaction_read_only=${readonly ? 'on' : 'off'}`];
  if (schema) settings.push(`search_path=${schema}`);
  return settings.map((setting) => `-c ${setting}`).join(' ');
}

/** Indices and counts are 64 bit in PostgreSQL and would come as text. */
const typeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 ? safeInteger : pg.types.getTypeParser(oid, format as 'text');

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a number in the database is too large to be exact');
  return value;
}

function namingClient(client: pg.PoolClient, names: Map<string, string>): PostgresPoolClient {
  const query = (text: string, values: readonly unknown[]): Promise<unknown> => {
    const name = nameOf(text, names);
    return client.query(
      name === undefined ? { text, values: [...values] } : { name, text, values: [...values] },
    );
  };
  return { query, release: () => client.release() } as PostgresPoolClient;
}

function nameOf(text: string, names: Map<string, string>): string | undefined {
  const known = names.get(text);
  if (known !== undefined || text.length > NAMED_BELOW || names.size >= NAMED_STATEMENTS) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
