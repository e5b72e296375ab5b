import { type Kysely, sql } from 'kysely';
import type { Dialect } from './dialect.ts';

/** A step of the schema, in statements that hold on both engines. Released steps are never edited. */
export interface Migration {
  readonly name: string;
  readonly sql: readonly string[];
}

/**
 * Applies the missing migrations in order, all in one transaction: a failure
 * leaves the schema as it was. Safe to call at every start and from several
 * nodes at once (the dialect serialises).
 *
 * @returns names of the migrations applied now
 */
export async function migrate<T>(
  db: Kysely<T>,
  dialect: Dialect,
  migrations: readonly Migration[],
): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    await dialect.lockForMigration(tx);
    await sql
      .raw(
        dialect.ddl(
          'create table if not exists schema_migration (name {text} primary key, applied_at {text} not null) {strict}',
        ),
      )
      .execute(tx);
    const rows = await sql<{ name: string }>`select name from schema_migration`.execute(tx);
    const applied = new Set(rows.rows.map((row) => row.name));
    const missing = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of missing) {
      for (const statement of migration.sql) await sql.raw(dialect.ddl(statement)).execute(tx);
      await sql`insert into schema_migration (name, applied_at) values (${migration.name}, ${new Date().toISOString()})`.execute(
        tx,
      );
    }
    return missing.map((migration) => migration.name);
  });
}

/** Migrations that this program knows and the database lacks, or the database has and this program does not know. */
export async function pendingMigrations<T>(
  db: Kysely<T>,
  migrations: readonly Migration[],
): Promise<{ missing: string[]; unknown: string[] }> {
  const rows = await sql<{ name: string }>`select name from schema_migration`.execute(db);
  const applied = rows.rows.map((row) => row.name);
  const known = migrations.map((migration) => migration.name);
  return {
    missing: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  };
}
