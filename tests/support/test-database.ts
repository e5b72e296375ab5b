import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Database, openDatabase } from '#db/open-db.ts';
import type { DatabaseLog } from '#db/storage.ts';
import type { Engine } from '#tests/support/engines.ts';
import { createPostgresWithSchema } from '#tests/support/postgres.ts';

export interface TestDatabase {
  readonly database: Database;
  /** For opening the same data once more: another node, a restart. */
  readonly url: string;
  /** A folder of its own, removed in the end. */
  readonly folder: string;
  close(): Promise<void>;
}

/** A fresh database of this engine, real and durable, with the schema in place. */
export async function createTestDatabase(engine: Engine, log?: DatabaseLog): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'driverseat-test-'));
  const postgres = engine === 'postgres' ? await createPostgresWithSchema() : undefined;
  // The unit project prepares none; there the steps run as the database opens.
  const prepared = inject('schemaIn')?.sqliteFolder;
  if (!postgres && prepared) cpSync(prepared, folder, { recursive: true });
  const url = postgres?.url ?? `sqlite:${join(folder, 'driverseat.sqlite')}`;
  const database = await openDatabase(log ? { url, log } : { url });
  return {
    database,
    url,
    folder,
    close: async () => {
      await database.close();
      await postgres?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
