import * as z from 'zod';
import { CustomerId, OwnFileId } from '#schema/ids.ts';
import { NotFoundError } from '../shared/app-error.ts';
import { addMs, DAY_MS } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import { type Intent, wasDone } from '../shared/idempotency-store.ts';
import type { OwnFile } from './own-file-store.ts';

export const OWN_FILE_JOB = 'build-own-file';
export const OwnFileOrder = z.object({ customerId: CustomerId, fileId: OwnFileId }).strict();

/** A file that never got ready goes as well. */
const UNFINISHED_MS = DAY_MS;

export interface OwnFileRequest {
  readonly customerId: CustomerId;
  readonly locale: string;
  /** Entries and looks that will be written, for the progress. */
  readonly total: number;
  readonly intent?: Intent | undefined;
}

/**
 * Asks for the customer's file; it is built by a job. While one is being built
 * every further wish is for that one; a ready one is replaced.
 */
export async function requestOwnFile(
  core: Pick<Core, 'sequencer' | 'world'>,
  { customerId, locale, total, intent }: OwnFileRequest,
): Promise<OwnFile> {
  return core.sequencer.submit(async ({ tx, at }) => {
    const customer = await tx.customer.find(customerId);
    if (!customer || customer.status === 'left') throw new NotFoundError();
    const before = await tx.ownFile.find(customerId, 'export');
    // What never got ready within its day is over, whether or not anybody has tidied up.
    const found = before && before.expiresAt > at ? before : undefined;
    if (found && (found.state === 'waiting' || found.state === 'building')) return found;
    const done = intent !== undefined && (await wasDone(tx.idempotency, intent));
    if (found && done) return found;
    if (intent && !done) await tx.idempotency.insert({ ...intent, outcome: 'own-file' }, at);
    const file: OwnFile = {
      id: core.world.newId() as OwnFileId,
      customerId,
      kind: 'export',
      state: 'waiting',
      locale,
      done: 0,
      total,
      bytes: 0,
      summary: null,
      createdAt: at,
      expiresAt: addMs(at, UNFINISHED_MS),
    };
    await tx.ownFile.replace(file);
    const payload = JSON.stringify({ customerId, fileId: file.id });
    const id = core.world.newId();
    await tx.job.insert({ id, kind: OWN_FILE_JOB, payload, sealed: null, keyId: null, runAt: at }, at);
    return file;
  });
}
