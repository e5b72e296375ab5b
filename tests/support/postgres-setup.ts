import type { TestProject } from 'vitest/node';
import { type PostgresCluster, startPostgresCluster } from '#tests/support/postgres-cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

/** Every project loads its own copy of this file; one cluster serves all projects of a run. */
const shared = globalThis as { driverseatPostgres?: { cluster: Promise<PostgresCluster>; users: number } };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.driverseatPostgres ??= { cluster: startPostgresCluster(), users: 0 };
  const mine = shared.driverseatPostgres;
  mine.users += 1;
  const cluster = await mine.cluster;
  project.provide('postgresUrl', cluster.url);
  return async () => {
    mine.users -= 1;
    if (mine.users > 0) return;
    delete shared.driverseatPostgres;
    await cluster.stop();
  };
}
