import { statSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOwnSource } from '#app/core/export/own-source.ts';
import { openCheckpointLock } from '#app/core/ledger/checkpoint-lock.ts';
import { formatVerifierKey } from '#app/core/ledger/note-key.ts';
import { signHead } from '#app/core/ledger/sign-head.ts';
import { openSigningKey } from '#app/core/ledger/signing-key.ts';
import { openOwnFile } from '#app/core/vault/doors/read-own-file.ts';
import { ownFilePlace, profileKeyId } from '#app/core/vault/places.ts';
import { sealToFile } from '#app/core/vault/seal-file.ts';
import { checkOwnZip } from '#app/files/check-own-zip.ts';
import { openZip } from '#app/files/open-zip.ts';
import { ownFiles } from '#app/files/own-files.ts';
import { ownZip } from '#app/files/own-zip.ts';
import { createShelf } from '#app/files/shelf.ts';
import { createI18n } from '#app/i18n/i18n-context.tsx';
import type { CustomerId, OwnFileId } from '#schema/ids.ts';
import { createConsentWorld } from '#tests/bench/support/consent-world.ts';
import { withLoopDelay } from '#tests/bench/support/event-loop.ts';
import { report } from '#tests/bench/support/figures.ts';
import { createTestCore, TEST_ORIGIN, type TestCore } from '#tests/support/test-core.ts';

/*
 * One customer's whole life as one sealed file, in process on SQLite: real
 * decisions through the sequencer, each proved. Memory must not grow with it.
 */

const SIZES = [2_000, 100_000];
const AT_ONCE = 200;

let it: TestCore;
let customerId: CustomerId;
let change: () => Promise<void>;

beforeAll(async () => {
  it = await createTestCore('sqlite');
  const world = await createConsentWorld(it.core, 1);
  change = world.change;
  const [relationshipId] = world.relationships;
  const relationship = relationshipId && (await it.core.storage.read.relationship.find(relationshipId));
  if (!relationship) throw new Error('no customer');
  customerId = relationship.customerId;
}, 60_000);
afterAll(() => it.close());

/** What else is in memory (the database's pages, the test itself) is there before and after. */
async function withPeak<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly peakMb: number }> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  try {
    return { result: await work(), peakMb: Math.round((peak - before) / 1e6) };
  } finally {
    clearInterval(timer);
  }
}

test.each(SIZES)(
  'export of %i entries',
  async (size) => {
    const { core, folder } = it;
    const { ledger } = core.storage.read;
    for (;;) {
      const missing = size - (await ledger.indicesOfCustomer(customerId)).length;
      if (missing <= 0) break;
      await Promise.all(Array.from({ length: Math.min(missing, AT_ONCE) }, () => change()));
    }
    const key = openSigningKey({ dataDir: folder, origin: TEST_ORIGIN, logExists: false });
    const lock = openCheckpointLock(`${folder}/lock`, { origin: TEST_ORIGIN, keys: [key] });
    await signHead(core, { key, lock });
    const verifierKey = formatVerifierKey(key);
    const fileId = core.world.newId() as OwnFileId;
    const path = createShelf(folder).path(fileId);
    const sealing = await core.keys.get(profileKeyId(customerId));

    const built = await withPeak(() =>
      withLoopDelay(async () => {
        const source = await openOwnSource({ ...core, verifierKey }, customerId);
        const zip = ownZip(ownFiles(source, createI18n('de', core.world.now())), core.world.now());
        return sealToFile(path, sealing, ownFilePlace(fileId), zip);
      }),
    );
    const bytes = built.result.result;
    expect(statSync(path).size).toBeGreaterThan(bytes);
    report({
      what: `export of ${size.toLocaleString('en')} entries, proved, packed and sealed; ${built.result.delay}`,
      ours: `${built.result.seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB, ${built.peakMb} MB more memory at the peak`,
    });

    const checked = await withPeak(() =>
      withLoopDelay(async () => {
        const opened = await openOwnFile(core, customerId, fileId, path);
        const found = await checkOwnZip(await openZip(opened), {
          origin: 'other.example/log',
          key: verifierKey,
        });
        await opened.close();
        return found.entries;
      }),
    );
    expect(checked.result.result).toEqual({ count: size, verified: size, own: 0 });
    report({
      what: `the same file looked through elsewhere, every hash and proof; ${checked.result.delay}`,
      ours: `${checked.result.seconds.toFixed(1)} s, ${checked.peakMb} MB more memory at the peak`,
    });
  },
  900_000,
);
