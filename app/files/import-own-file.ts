import { BusyError, createGate } from '#app/auth/gate.ts';
import type { OwnFile } from '#app/core/export/own-file-store.ts';
import { bringEntries, bringText } from '#app/core/import/bring-entries.ts';
import { ImportError } from '#app/core/import/import-error.ts';
import { type ImportPlan, planImport } from '#app/core/import/plan-import.ts';
import { type ImportChoice, takeOver } from '#app/core/import/take-over.ts';
import type { OwnLog } from '#app/core/import/verify-entry.ts';
import { addMs, HOUR_MS } from '#app/core/shared/calendar.ts';
import type { Core } from '#app/core/shared/core.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import { openOwnFile, openOwnFileSummary } from '#app/core/vault/doors/read-own-file.ts';
import { ownFilePlace, ownFileSummaryPlace, profileKeyId } from '#app/core/vault/places.ts';
import { sealJson } from '#app/core/vault/seal.ts';
import { sealToFile } from '#app/core/vault/seal-file.ts';
import type { CustomerId, OwnFileId } from '#schema/ids.ts';
import type { BroughtEntry } from '#schema/own-export.ts';
import type { FileCore } from './build-own-file.ts';
import { broughtEntries, broughtTexts, type CheckedZip, checkOwnZip } from './check-own-zip.ts';
import { openZip } from './open-zip.ts';

export type ImportCore = FileCore & Pick<Core, 'sequencer'>;

export const MOST_UPLOAD_BYTES = 50_000_000;

/** An upload waits this long for its owner's answer. */
const UPLOAD_KEPT_MS = HOUR_MS;

/** What the check page shows: the file and what would change here now. */
export interface FoundImport {
  readonly checked: CheckedZip;
  readonly plan: ImportPlan;
}

/**
 * One at a time on this node: unpacking strangers' files must not become
 * everybody's work. A turn begins when the file is there, so that a slow line
 * holds up nobody else.
 */
const inTurn = createGate(1, 8);

/**
 * Keeps an upload sealed while it arrives, looks through all of it, and lets
 * it wait for the customer's answer. A file that is refused is gone at once.
 *
 * @throws ImportError with the reason
 */
export async function receiveImport(
  core: FileCore,
  customerId: CustomerId,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const id = core.world.newId() as OwnFileId;
  try {
    const key = await core.keys.get(profileKeyId(customerId));
    const size = await sealToFile(core.shelf.path(id), key, ownFilePlace(id), limited(bytes));
    const checked = await inTurn(() =>
      withZip(core, { id, customerId }, async (zip) => checkOwnZip(zip, await ownLog(core))),
    );
    const at = core.world.now();
    const file: OwnFile = {
      id,
      customerId,
      kind: 'import',
      state: 'ready',
      locale: '',
      done: 0,
      total: 0,
      bytes: size,
      summary: sealJson(key, ownFileSummaryPlace(id), checked),
      createdAt: at,
      expiresAt: addMs(at, UPLOAD_KEPT_MS),
    };
    const before = await core.storage.transact(async (tx) => {
      const found = await tx.ownFile.find(customerId, 'import');
      await tx.ownFile.replace(file);
      return found;
    });
    if (before) await core.shelf.remove(before.id);
  } catch (error) {
    await core.shelf.remove(id);
    throw error instanceof BusyError ? new ImportError('busy') : error;
  }
}

async function* limited(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size > MOST_UPLOAD_BYTES) throw new ImportError('too-large');
    yield piece;
  }
}

/** What waits for an answer; undefined: nothing, or not any more. */
export async function findImport(core: FileCore, customerId: CustomerId): Promise<FoundImport | undefined> {
  const file = await findFile(core, customerId);
  const checked = file && ((await openOwnFileSummary(core, file)) as CheckedZip | null);
  return checked ? { checked, plan: await planNow(core, customerId, checked) } : undefined;
}

async function findFile({ storage, world }: FileCore, customerId: CustomerId): Promise<OwnFile | undefined> {
  const file = await storage.read.ownFile.find(customerId, 'import');
  return file && file.expiresAt > world.now() ? file : undefined;
}

async function planNow(core: FileCore, customerId: CustomerId, { data }: CheckedZip): Promise<ImportPlan> {
  const { read } = core.storage;
  const companies = await read.company.all();
  const named = companies.map(({ id, slug, profile }) => ({ id, slug, name: profile.name }));
  const connected = new Set((await read.relationship.ofCustomer(customerId)).map((one) => one.companyId));
  return planImport(data, {
    profile: await readOwn(core, customerId),
    preference: await read.preference.find(customerId, null),
    overrides: await read.preference.overrides(customerId),
    companyFields: await read.companyField.released(),
    allCompanies: named,
    companies: named.filter(({ id }) => connected.has(id)),
    language: (await read.customer.find(customerId))?.language ?? 'de',
    today: core.world.now().slice(0, 10),
  });
}

export interface TakenOver {
  readonly fields: number;
  readonly wishes: number;
  readonly entries: number;
}

const AT_ONCE = 200;

/**
 * Carries out what was shown. It grants nothing. Crash order: entries come as
 * evidence, which a second time adds nothing; then values and wishes, and the
 * row of the file goes, in one act; the file on disk goes last.
 *
 * @returns undefined when nothing waits (any more)
 */
export async function finishImport(
  core: ImportCore,
  customerId: CustomerId,
  choice: ImportChoice,
): Promise<TakenOver | undefined> {
  const file = await findFile(core, customerId);
  const checked = file && ((await openOwnFileSummary(core, file)) as CheckedZip | null);
  if (!file || !checked) return undefined;
  const entries = checked.entries.count > 0 ? await bringAll(core, file) : 0;
  const taken = await takeOver(core, file, await planNow(core, customerId, checked), choice);
  if (!taken) return undefined;
  await core.shelf.remove(file.id);
  return { ...taken, entries };
}

async function bringAll(core: FileCore, file: OwnFile): Promise<number> {
  const { customerId } = file;
  const own = await ownLog(core);
  return withZip(core, file, async (zip) => {
    let brought = 0;
    let batch: { entry: BroughtEntry; verified: boolean }[] = [];
    const keep = async () => {
      brought += await bringEntries(core, customerId, batch);
      batch = [];
    };
    for await (const one of broughtEntries(zip, own)) {
      // What is ours stands in our own log already.
      if (one.entry.log.origin === own.origin && one.entry.log.key === own.key) continue;
      batch.push(one);
      if (batch.length === AT_ONCE) await keep();
    }
    await keep();
    for await (const { textHash, card } of broughtTexts(zip))
      await bringText(core, customerId, textHash, card);
    return brought;
  });
}

export async function discardImport({ storage, shelf }: FileCore, customerId: CustomerId): Promise<void> {
  const file = await storage.read.ownFile.find(customerId, 'import');
  if (!file) return;
  await storage.transact((tx) => tx.ownFile.delete(file.id));
  await shelf.remove(file.id);
}

async function ownLog({ storage, verifierKey }: FileCore): Promise<OwnLog> {
  const state = await storage.read.ledger.state();
  return { origin: state?.origin ?? '', key: verifierKey };
}

async function withZip<T>(
  core: FileCore,
  { id, customerId }: Pick<OwnFile, 'id' | 'customerId'>,
  work: (zip: Awaited<ReturnType<typeof openZip>>) => Promise<T>,
): Promise<T> {
  const opened = await openOwnFile(core, customerId, id, core.shelf.path(id));
  try {
    return await work(await openZip(opened));
  } finally {
    await opened.close();
  }
}
