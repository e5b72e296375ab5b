import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#db/open-db.ts';
import { type PostgresCluster, startPostgresCluster } from '#tests/support/postgres-cluster.ts';
import { createDatabaseIn } from '#tests/support/postgres-database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
    /** Databases with the schema in place and nothing in them; copy them, never open them. */
    schemaIn: { readonly postgres: string; readonly sqliteFolder: string } | undefined;
  }
}

interface Prepared {
  readonly cluster: PostgresCluster;
  readonly postgres: string;
  readonly sqliteFolder: string;
}

/** Every project loads its own copy of this file; one cluster serves all projects of a run. */
const shared = globalThis as { driverseatPostgres?: { prepared: Promise<Prepared>; users: number } };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.driverseatPostgres ??= { prepared: prepare(), users: 0 };
  const mine = shared.driverseatPostgres;
  mine.users += 1;
  const { cluster, postgres, sqliteFolder } = await mine.prepared;
  project.provide('postgresUrl', cluster.url);
  project.provide('schemaIn', { postgres, sqliteFolder });
  return async () => {
    mine.users -= 1;
    if (mine.users > 0) return;
    delete shared.driverseatPostgres;
    rmSync(sqliteFolder, { recursive: true, force: true });
    await cluster.stop();
  };
}

/** The steps of the schema run once for each engine: hundreds of tests begin with a copy. */
async function prepare(): Promise<Prepared> {
  const cluster = await startPostgresCluster();
  const { name, url } = await createDatabaseIn(cluster.url);
  const sqliteFolder = mkdtempSync(join(tmpdir(), 'driverseat-schema-'));
  for (const each of [url, `sqlite:${join(sqliteFolder, 'driverseat.sqlite')}`]) {
    const database = await openDatabase({ url: each });
    await database.close();
  }
  return { cluster, postgres: name, sqliteFolder };
}
