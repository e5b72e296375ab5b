import { sql } from 'kysely';
import { type Database, tablesOf } from '#db/open-db.ts';
import type { Tables } from '#db/tables/tables.ts';

/**
 * Where in the tables of both databases one of these texts stands:
 * `table.column` with the number of rows. Bytes are searched as text, too.
 */
export async function rowsNaming(
  database: Database,
  texts: readonly string[],
): Promise<Record<string, number>> {
  const { writer, keys } = tablesOf(database);
  const found: Record<string, number> = {};
  for (const table of await tableNames(database)) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(writer);
    count(found, table, rows, texts);
  }
  for (const table of ['vault_key', 'shred_list'] as const)
    count(found, table, await keys.kysely.selectFrom(table).selectAll().execute(), texts);
  return found;
}

export async function tableNames(database: Database): Promise<(keyof Tables)[]> {
  const tables = await tablesOf(database).writer.introspection.getTables();
  return tables
    .filter(({ name, schema }) => schema !== 'keys' && !['vault_key', 'shred_list'].includes(name))
    .map(({ name }) => name as keyof Tables);
}

function count(
  found: Record<string, number>,
  table: string,
  rows: readonly object[],
  texts: readonly string[],
): void {
  for (const row of rows) {
    for (const [column, value] of Object.entries(row)) {
      const text = Buffer.isBuffer(value) ? value.toString('latin1') : String(value);
      if (!texts.some((part) => text.includes(part))) continue;
      const place = `${table}.${column}`;
      found[place] = (found[place] ?? 0) + 1;
    }
  }
}
