import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { expect } from 'vitest';
import { openCheckpointLock } from '#app/core/ledger/checkpoint-lock.ts';
import type { LogFault } from '#app/core/ledger/log-fault.ts';
import { openSigningKey } from '#app/core/ledger/signing-key.ts';
import { type LogReport, verifyLog } from '#app/core/ledger/verify-log.ts';
import { realWorld } from '#app/core/shared/world.ts';
import { loadKekFile } from '#app/core/vault/kek-file.ts';
import { keyEncryption } from '#app/core/vault/key-encryption.ts';
import { createKeyring } from '#app/core/vault/keyring.ts';
import { openDatabase, tablesOf } from '#db/open-db.ts';
import type { KeyTables } from '#db/tables/keys.ts';
import type { Tables } from '#db/tables/tables.ts';
import { createLogCheck } from '#tests/support/check-log.ts';
import { type LivedPortal, liveInPortal } from '#tests/support/lived-portal.ts';
import { createTestCore, TEST_ORIGIN } from '#tests/support/test-core.ts';

export interface WholeLog {
  readonly lived: LivedPortal;
  readonly folder: string;
  remove(): void;
}

/** A log in which a lot has happened, checked to be whole, closed and ready to be copied. */
export async function writeWholeLog(acts: number): Promise<WholeLog> {
  const it = await createTestCore('sqlite');
  const folder = mkdtempSync(join(tmpdir(), 'driverseat-whole-'));
  const log = createLogCheck(it);
  const lived = await liveInPortal(it, { acts, customers: 4, seed: 2, often: log.expectWhole });
  await log.expectWhole();
  await it.database.checkpointWal();
  cpSync(it.folder, folder, { recursive: true });
  await it.close();
  return { lived, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface OpenTables {
  readonly db: Kysely<Tables>;
  readonly keys: Kysely<KeyTables>;
}

/** What the check says of a copy of the log after somebody was at its files. */
export async function checkAfter(
  whole: Pick<WholeLog, 'folder'>,
  tamper: (tables: OpenTables) => Promise<unknown>,
): Promise<LogReport> {
  const folder = mkdtempSync(join(tmpdir(), 'driverseat-tampered-'));
  cpSync(whole.folder, folder, { recursive: true });
  const database = await openDatabase({ url: `sqlite:${join(folder, 'driverseat.sqlite')}` });
  try {
    const { writer, keys } = tablesOf(database);
    await tamper({ db: writer, keys: keys.kysely });
    const keks = loadKekFile(join(folder, 'keys', 'kek.key'), true);
    const core = {
      storage: database.storage,
      keys: createKeyring(database.keyStore, keyEncryption(keks), realWorld),
    };
    const key = openSigningKey({ dataDir: folder, origin: TEST_ORIGIN, logExists: true });
    const lock = openCheckpointLock(join(folder, 'checkpoint-lock'), { origin: TEST_ORIGIN, keys: [key] });
    return await verifyLog(core, { keys: [key], lock });
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** "code at" for each fault: what a test names. */
export function named(faults: readonly LogFault[]): string[] {
  return faults.map(({ code, at }) => `${code} ${at}`);
}

/** Checks a copy after `tamper` and expects at least the faults that it names; answers with all. */
export async function expectFaults(
  whole: Pick<WholeLog, 'folder'>,
  tamper: (tables: OpenTables) => Promise<readonly string[] | string>,
): Promise<LogFault[]> {
  let expected: readonly string[] = [];
  const { faults } = await checkAfter(whole, async (tables) => {
    const said = await tamper(tables);
    expected = typeof said === 'string' ? [said] : said;
  });
  expect(named(faults)).toEqual(expect.arrayContaining([...expected]));
  return [...faults];
}

/** The last entry of this kind, so that what comes before it is not touched. */
export function entryOf(db: Kysely<Tables>, kind: string) {
  return db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('idx', 'desc')
    .executeTakeFirstOrThrow();
}

/** One bit changed, at the end. */
export function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length - 1] = (copy[copy.length - 1] ?? 0) ^ 1;
  return copy;
}
