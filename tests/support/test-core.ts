import { join } from 'node:path';
import { createLog } from '#app/core/ledger/create-log.ts';
import { createSequencer } from '#app/core/ledger/sequencer.ts';
import type { Core } from '#app/core/shared/core.ts';
import { loadKekFile } from '#app/core/vault/kek-file.ts';
import { keyEncryption } from '#app/core/vault/key-encryption.ts';
import { createKeyring } from '#app/core/vault/keyring.ts';
import type { Database } from '#db/open-db.ts';
import type { DatabaseLog } from '#db/storage.ts';
import type { Engine } from '#tests/support/engines.ts';
import { createTestDatabase } from '#tests/support/test-database.ts';
import { createTestWorld, type TestWorld } from '#tests/support/test-world.ts';

export const TEST_ORIGIN = 'test.example/log';

export interface TestCore {
  readonly core: Core;
  readonly database: Database;
  readonly world: TestWorld;
  /** For opening the same data once more: another node, a restart. */
  readonly url: string;
  /** A folder of its own for lock files and the like, removed in the end. */
  readonly folder: string;
  close(): Promise<void>;
}

export interface TestCoreOptions {
  /** The clock's first instant. */
  readonly start?: string;
  readonly log?: DatabaseLog;
}

/**
 * The core over a fresh real database of this engine: keys, the ledger just
 * created, the sequencer running. Nothing else is in it.
 */
export async function createTestCore(engine: Engine, options: TestCoreOptions = {}): Promise<TestCore> {
  const { database, url, folder, close } = await createTestDatabase(engine, options.log);
  const world = createTestWorld(options.start);
  const { storage, keyStore } = database;
  const keks = loadKekFile(join(folder, 'keys', 'kek.key'), false);
  const keys = createKeyring(keyStore, keyEncryption(keks), world);
  await createLog({ storage, keys, world }, TEST_ORIGIN);
  const sequencer = createSequencer({ storage, keys, world });
  return {
    core: { storage, keys, world, sequencer },
    database,
    world,
    url,
    folder,
    close: async () => {
      await sequencer.stop();
      await close();
    },
  };
}
