import { join } from 'node:path';
import { keysUrlFor } from '#db/database-url.ts';
import { type Database, openDatabase } from '#db/open-db.ts';
import type { Config } from './config.server.ts';
import { reapplyErasures } from './core/erasure/reapply-erasures.ts';
import { assertNotRolledBack, openCheckpointLock } from './core/ledger/checkpoint-lock.ts';
import { createLog } from './core/ledger/create-log.ts';
import { LedgerForkError } from './core/ledger/ledger-error.ts';
import { createSequencer } from './core/ledger/sequencer.ts';
import { type LogSigner, readNodesOf } from './core/ledger/sign-head.ts';
import { openSigningKey } from './core/ledger/signing-key.ts';
import type { Core } from './core/shared/core.ts';
import { realWorld, type World } from './core/shared/world.ts';
import { loadKekFile } from './core/vault/kek-file.ts';
import { type KeyEncryption, keyEncryption } from './core/vault/key-encryption.ts';
import { createKeyring } from './core/vault/keyring.ts';
import type { Logger } from './logger.server.ts';

/** The domain with its storage and keys, without HTTP, sessions or mails: what server, commands and seed share. */
export interface Portal {
  readonly core: Core;
  readonly database: Database;
  readonly encryption: KeyEncryption;
  readonly signer: LogSigner;
  /** Why nothing is written or signed; undefined when all is well. */
  readonly readOnlyBecause: string | undefined;
  close(): Promise<void>;
}

export interface PortalOptions<W extends World> {
  readonly logger?: Logger;
  readonly world?: W;
}

/**
 * Opens everything in the order in which a mistake does the least harm: the
 * database, the keys to it, the log and its signing key, and last whether this
 * database still continues what was signed.
 *
 * @throws VaultError or LedgerFatalError when data is there but its key is not
 */
export async function openPortal(
  config: Config,
  { logger, world = realWorld }: PortalOptions<World> = {},
): Promise<Portal> {
  const url = config.database.engine === 'sqlite' ? `sqlite:${config.database.path}` : config.database.url;
  const log = logger?.('database');
  const database = await openDatabase({ url, keysUrl: keysUrlFor(url), ...(log ? { log } : {}) });
  try {
    const { storage, keyStore } = database;
    const state = await storage.read.ledger.state();
    const keks = loadKekFile(join(config.dataDir, 'keys', 'kek.key'), state !== undefined);
    const encryption = keyEncryption(keks);
    const keys = createKeyring(keyStore, encryption, world);
    const origin = await createLog({ storage, keys, world }, state?.origin ?? originOf(config.baseUrl));
    const logExists = (state?.size ?? 0) > 0;
    const key = openSigningKey({ dataDir: config.dataDir, origin, logExists });
    const lock = openCheckpointLock(join(config.dataDir, 'checkpoint-lock'), { origin, keys: [key] });
    const readOnlyBecause = await explainRollback(async () => {
      const last = lock.read();
      if (!last && (await storage.read.ledger.latestCheckpoint())) throw new LedgerForkError(LOCK_LOST);
      await assertNotRolledBack(last, state?.size ?? 0, readNodesOf(storage.read.ledger));
    });
    const sequencer = createSequencer({ storage, keys, world }, readOnlyBecause);
    const core = { storage, sequencer, keys, world };
    await reapplyErasures(core, keyStore, readOnlyBecause === undefined);
    return {
      core,
      database,
      encryption,
      signer: { key, lock },
      readOnlyBecause,
      close: async () => {
        await sequencer.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

const LOCK_LOST =
  'The log was signed before, but the last signed checkpoint is missing from the folder checkpoint-lock in DATA_DIR. ' +
  'Nothing is written until it is back: without it nobody can tell whether this database is the newest.';

/** Scheme-less, as C2SP asks; chosen once, when the log is created. */
function originOf(baseUrl: string): string {
  return `${new URL(baseUrl).host}/log`;
}

async function explainRollback(check: () => Promise<void>): Promise<string | undefined> {
  try {
    await check();
    return undefined;
  } catch (error) {
    // Reading on is safe and needed to find out what happened; writing would fork the log.
    if (error instanceof LedgerForkError) return error.message;
    throw error;
  }
}
