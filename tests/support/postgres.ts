import { inject } from 'vitest';
import { createDatabaseIn, type PostgresDatabase } from '#tests/support/postgres-database.ts';

/** A fresh, empty database in the cluster of this run. Available to tests of every project but `unit`. */
export async function createPostgresDatabase(): Promise<PostgresDatabase> {
  return createDatabaseIn(clusterOfRun());
}

/** The same with the schema in place. */
export async function createPostgresWithSchema(): Promise<PostgresDatabase> {
  return createDatabaseIn(clusterOfRun(), inject('schemaIn')?.postgres);
}

function clusterOfRun(): string {
  const url = inject('postgresUrl');
  if (!url) {
    throw new Error('no PostgreSQL in the unit project: put the test in tests/db or name it *.store.test.ts');
  }
  return url;
}
