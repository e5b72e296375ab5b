import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface PostgresDatabase {
  readonly name: string;
  readonly url: string;
  /** Also cuts connections that are still open. */
  drop(): Promise<void>;
}

/** @param template a database of this cluster that nobody is connected to */
export async function createDatabaseIn(
  clusterUrl: string,
  template = 'template0',
): Promise<PostgresDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await runAsSuperuser(clusterUrl, `create database ${name} template ${template}`);
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return {
    name,
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
