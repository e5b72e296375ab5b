import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface PostgresDatabase {
  readonly url: string;
  /** Also cuts connections that are still open. */
  drop(): Promise<void>;
}

/** A fresh, empty database in the cluster of this run. Available to tests of every project but `unit`. */
export async function createPostgresDatabase(): Promise<PostgresDatabase> {
  const clusterUrl = inject('postgresUrl');
  if (!clusterUrl) {
    throw new Error('no PostgreSQL in the unit project: put the test in tests/db or name it *.store.test.ts');
  }
  const name = `test_${randomBytes(8).toString('hex')}`;
  await runAsSuperuser(clusterUrl, `create database ${name} template template0`);
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => runAsSuperuser(clusterUrl, `drop database if exists ${name} with (force)`),
  };
}

async function runAsSuperuser(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
