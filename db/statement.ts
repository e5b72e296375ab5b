import {
  type Compilable,
  type CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  type InsertObject,
  type QueryResult,
  sql,
} from 'kysely';
import type { Reader, Writer } from './connections.ts';
import type { Tables } from './tables/tables.ts';

/** Stands for a value while a statement is compiled. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) });

/** `limit(FIRST)`: a limit that comes as a parameter makes SQLite plan the statement anew each time it runs. */
export const FIRST = sql.lit(1);

/**
 * A query that is compiled once for each connection and then only filled:
 * building it anew costs more than running it. The values in `param` are not
 * there yet while `build` runs, so it must not branch on them.
 */
export function select<P extends object, Row>(
  build: (db: Reader, param: P) => Compilable<Row>,
): (db: Reader, param: P) => Promise<Row[]> {
  const compiled = compileOnce(build);
  return async (db, param) => (await execute(db, fill(compiled(db), param))).rows;
}

/** The same for a write; answers with the number of rows it touched. */
export function write<P extends object>(
  build: (db: Writer, param: P) => Compilable<unknown>,
): (db: Writer, param: P) => Promise<number> {
  const compiled = compileOnce(build);
  return async (db, param) => Number((await execute(db, fill(compiled(db), param))).numAffectedRows ?? 0n);
}

const ended = Symbol('ended');
const connections = new WeakMap<object, DatabaseConnection | typeof ended>();

/**
 * Compiled statements of this transaction go straight to its connection: Kysely's
 * queue in between costs as much as a short statement itself.
 */
export async function connectDirectly(db: Writer): Promise<void> {
  connections.set(db, await db.getExecutor().provideConnection(async (connection) => connection));
}

/** From here on the transaction is over: a statement that somebody forgot to wait for must not join the next one. */
export function disconnect(db: Writer): void {
  connections.set(db, ended);
}

async function execute<Row>(db: Reader, query: CompiledQuery<Row>): Promise<QueryResult<Row>> {
  const connection = connections.get(db);
  if (connection === ended) throw new Error('the transaction is over: a statement was not waited for');
  return connection ? connection.executeQuery<Row>(query) : db.executeQuery(query);
}

function compileOnce<Db extends Pick<Reader, 'getExecutor'>, P, Row>(
  build: (db: Db, param: P) => Compilable<Row>,
): (db: Db) => CompiledQuery<Row> {
  const known = new WeakMap<DialectAdapter, CompiledQuery<Row>>();
  return (db) => {
    const { adapter } = db.getExecutor();
    const found = known.get(adapter) ?? (build(db, placeholders as P).compile() as CompiledQuery<Row>);
    known.set(adapter, found);
    return found;
  };
}

function fill<Row>(query: CompiledQuery<Row>, param: object): CompiledQuery<Row> {
  const values = param as Record<string, unknown>;
  const parameters = query.parameters.map((value) =>
    value instanceof Placeholder ? values[value.name] : value,
  );
  return { ...query, parameters };
}

/** Few sizes, so that few statements exist, however many rows come; the largest stays far below the limits of variables. */
const ROWS_AT_ONCE = [128, 32, 8, 1] as const;

const inserts = new WeakMap<DialectAdapter, Map<string, CompiledQuery>>();

/** Inserts rows of equal shape in order, in as few statements as the fixed sizes allow. */
export async function insertRows<T extends keyof Tables>(
  db: Writer,
  table: T,
  rows: readonly InsertObject<Tables, T>[],
): Promise<void> {
  let done = 0;
  for (const size of ROWS_AT_ONCE) {
    for (; rows.length - done >= size; done += size) {
      const part = rows.slice(done, done + size);
      const query = compiledInsert(db, table, size, part);
      await execute(db, { ...query, parameters: part.flatMap((row) => Object.values(row)) });
    }
  }
}

function compiledInsert<T extends keyof Tables>(
  db: Writer,
  table: T,
  size: number,
  rows: readonly InsertObject<Tables, T>[],
): CompiledQuery {
  const { adapter } = db.getExecutor();
  const known = inserts.get(adapter) ?? new Map<string, CompiledQuery>();
  inserts.set(adapter, known);
  const name = `${table} ${size}`;
  const found = known.get(name) ?? db.insertInto(table).values(rows).compile();
  known.set(name, found);
  return found;
}
