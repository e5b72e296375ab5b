import { finishOwnFile } from '#app/core/export/finish-own-file.ts';
import { type ExportCore, openOwnSource } from '#app/core/export/own-source.ts';
import { OwnFileOrder } from '#app/core/export/request-own-file.ts';
import type { Job } from '#app/core/job/job-store.ts';
import { HOUR_MS } from '#app/core/shared/calendar.ts';
import { ownFilePlace, profileKeyId } from '#app/core/vault/places.ts';
import { sealToFile } from '#app/core/vault/seal-file.ts';
import { createI18n } from '#app/i18n/i18n-context.tsx';
import { isLocale } from '#app/i18n/locale.ts';
import type { OwnFileId } from '#schema/ids.ts';
import { ownFiles } from './own-files.ts';
import { ownZip } from './own-zip.ts';
import type { Shelf } from './shelf.ts';

export type FileCore = ExportCore & { readonly shelf: Shelf };

/**
 * Builds the file that a customer asked for. Crash order: a rest on disk and a
 * row that says `building`; the job is claimed again and starts from the
 * beginning. A wish that was replaced, or a customer who has left, ends it.
 *
 * @param lost aborted when another runner is at it: then this one stops, and leaves the row to the other
 */
export async function buildOwnFile(core: FileCore, job: Job, lost: AbortSignal): Promise<void> {
  const { customerId, fileId } = OwnFileOrder.parse(JSON.parse(job.payload));
  const { storage, shelf } = core;
  const file = await storage.read.ownFile.find(customerId, 'export');
  const key = await core.keys.find(profileKeyId(customerId));
  if (!file || file.id !== fileId || file.state === 'ready' || !key) return;
  const tell = (change: { state?: 'building' | 'failed'; done?: number }) =>
    storage.transact((tx) => tx.ownFile.update(fileId, change));
  await tell({ state: 'building', done: 0 });
  try {
    const source = await openOwnSource(core, customerId);
    const now = core.world.now();
    const i18n = createI18n(isLocale(file.locale) ? file.locale : 'de', now);
    const zip = ownZip(
      ownFiles(source, i18n, async (done) => {
        lost.throwIfAborted();
        if (done > 0) await tell({ done });
      }),
      now,
    );
    const bytes = await sealToFile(shelf.path(fileId), key, ownFilePlace(fileId), zip);
    if (!(await finishOwnFile(core, file, bytes))) await shelf.remove(fileId);
  } catch (error) {
    if (!lost.aborted) await tell({ state: 'failed' });
    throw error;
  }
}

const AT_ONCE = 100;

/**
 * Removes what has expired, and files that no row knows any more: of customers
 * who left, of wishes that were replaced, of crashes.
 *
 * @returns how many files were removed
 */
export async function removeExpiredFiles(core: FileCore): Promise<number> {
  const { storage, shelf, world } = core;
  let removed = 0;
  for (;;) {
    const expired = await storage.read.ownFile.expired(world.now(), AT_ONCE);
    if (expired.length === 0) break;
    // The row first: a file without a row is found below, a row without a file would be a promise.
    await storage.transact(async (tx) => {
      for (const { id } of expired) await tx.ownFile.delete(id);
    });
    for (const { id } of expired) await shelf.remove(id);
    removed += expired.length;
  }
  return removed + (await removeOrphans(core));
}

/** An upload has its file before its row, for as long as it is being checked. */
const YOUNG_MS = HOUR_MS;

async function removeOrphans({ storage, shelf }: FileCore): Promise<number> {
  const { ids, rests } = await shelf.list(YOUNG_MS);
  for (const name of rests) await shelf.removeRest(name);
  const orphans: OwnFileId[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const known = await storage.read.ownFile.known(some);
    orphans.push(...some.filter((id) => !known.has(id)));
  }
  for (const id of orphans) await shelf.remove(id);
  return orphans.length;
}
