import { type CompiledQuery, Kysely, sql } from 'kysely';
import { parseDatabaseUrl } from '#db/database-url.ts';
import { type Database, tablesOf } from '#db/open-db.ts';
import { postgresKyselyDialect } from '#db/postgres-driver.ts';
import { sqliteKyselyDialect } from '#db/sqlite-driver.ts';
import type { Tables } from '#db/tables/tables.ts';

/**
 * Tables that grow with customers and time: reading one from end to end for a
 * single page would stop the portal. Facts are missing on purpose: a segment
 * may read all of them, which takes 0.1 s for a million.
 */
const GROWING = [
  'customer',
  'channel_verification',
  'vault_blob',
  'relationship',
  'consent',
  'preference',
  'use',
  'use_report',
  'last_use',
  'planned_contact',
  'segment_fact_value',
  'ledger_entry',
  'ledger_node',
  'ledger_checkpoint',
  'company_change',
  'disclosure',
  'disclosure_subject',
  'session',
  'sign_in_proof',
  'known_device',
  'idempotency',
  'job',
  'recall',
  'stop_list',
  'mail_link',
  'receipt_due',
];

/** A connection of its own that notes every statement it is given. */
export function openNoting(url: string): { kysely: Kysely<Tables>; noted: Map<string, CompiledQuery> } {
  const address = parseDatabaseUrl(url);
  const dialect =
    address.engine === 'sqlite'
      ? sqliteKyselyDialect({ path: address.path, readonly: false })
      : postgresKyselyDialect({
          url,
          connections: 2,
          readonly: false,
          statementTimeoutMs: 10_000,
          onError: () => {},
        });
  const noted = new Map<string, CompiledQuery>();
  const kysely = new Kysely<Tables>({
    dialect,
    log: ({ query }) => void (/^(select|update|delete)/.test(query.sql) && noted.set(query.sql, query)),
  });
  return { kysely, noted };
}

/** Steps of the plan that read a growing table from end to end. */
export async function fullReads(database: Database, query: CompiledQuery): Promise<string[]> {
  return database.engine === 'sqlite' ? scansOfSqlite(database, query) : scansOfPostgres(database, query);
}

/** The steps of SQLite's plan. */
export async function planOfSqlite(database: Database, query: CompiledQuery): Promise<string[]> {
  const { writer } = tablesOf(database);
  const explained = { ...query, sql: `explain query plan ${query.sql}` };
  const { rows } = await writer.executeQuery<{ detail: string }>(
    explained as CompiledQuery<{ detail: string }>,
  );
  return rows.map(({ detail }) => detail);
}

async function scansOfSqlite(database: Database, query: CompiledQuery): Promise<string[]> {
  const steps = await planOfSqlite(database, query);
  return steps.filter((step) => GROWING.some((table) => new RegExp(`^SCAN ${table}\\b`).test(step)));
}

const SMALL_TABLES = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin'];

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly PlanNode[];
}

/**
 * With everything forbidden that is good for small tables only, a sequential
 * read that is left, or an index without a condition, has nothing to look up by.
 */
async function scansOfPostgres(database: Database, query: CompiledQuery): Promise<string[]> {
  const { writer } = tablesOf(database);
  return writer.connection().execute(async (connection) => {
    for (const habit of SMALL_TABLES) await sql.raw(`set ${habit} = off`).execute(connection);
    const explained = { ...query, sql: `explain (format json) ${query.sql}` };
    const { rows } = await connection.executeQuery<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      explained as CompiledQuery<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>,
    );
    for (const habit of SMALL_TABLES) await sql.raw(`reset ${habit}`).execute(connection);
    return rows.flatMap((row) => scansIn(row['QUERY PLAN'][0].Plan));
  });
}

function scansIn(node: PlanNode): string[] {
  const table = node['Relation Name'];
  const type = node['Node Type'];
  const reads = type === 'Seq Scan' || (/^Index/.test(type) && node['Index Cond'] === undefined);
  const own =
    reads && table && GROWING.includes(table) ? [`${type} ${table} ${node['Index Name'] ?? ''}`] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scansIn)];
}
