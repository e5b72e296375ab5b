import { Readable } from 'node:stream';
import { notFound } from '#app/auth/require.ts';
import { openOwnSource } from '#app/core/export/own-source.ts';
import { requestOwnFile } from '#app/core/export/request-own-file.ts';
import { addMs } from '#app/core/shared/calendar.ts';
import { isSteppedUp, STEP_UP_MS } from '#app/core/sign-in/session.ts';
import { openOwnFile } from '#app/core/vault/doors/read-own-file.ts';
import { ownFiles } from '#app/files/own-files.ts';
import { ownZip } from '#app/files/own-zip.ts';
import { createI18n } from '#app/i18n/i18n-context.tsx';
import type { Locale } from '#app/i18n/locale.ts';
import type { ExportView } from '#app/screens/me/export.tsx';
import type { Services } from '#app/services.server.ts';
import { type PostVisit, seeOther, type Visit } from './visit.server.ts';

/**
 * Up to here the file is made while it is fetched: under a second on the
 * slowest machine measured (tests/bench/own-export.bench.ts). Beyond, a job
 * makes it.
 */
export const AT_ONCE_LINES = 2_000;

/** How much there is to write, without opening anything. */
async function countLines({ core, customer }: Visit): Promise<number> {
  const { relationship, disclosure } = core.storage.read;
  const all = await relationship.allOfCustomer(customer.id);
  return all.reduce((sum, { seq }) => sum + seq, 0) + (await disclosure.countOfCustomer(customer.id));
}

async function findFile({ core, customer, at }: Visit) {
  const file = await core.storage.read.ownFile.find(customer.id, 'export');
  return file && file.expiresAt > at ? file : undefined;
}

export async function readExport(visit: Visit): Promise<ExportView> {
  const { session, at, intentId } = visit;
  const lines = await countLines(visit);
  const file = await findFile(visit);
  return {
    freshUntil:
      session.steppedUpAt && isSteppedUp(session, at) ? addMs(session.steppedUpAt, STEP_UP_MS) : null,
    lines,
    atOnce: lines <= AT_ONCE_LINES,
    file: file
      ? {
          state: file.state,
          done: file.done,
          total: file.total,
          bytes: file.bytes,
          madeAt: file.createdAt,
          expiresAt: file.expiresAt,
        }
      : null,
    intentId,
  };
}

/** A large file is only made by a job; asked for twice, it is made once. */
export async function prepareExport(visit: PostVisit, locale: Locale): Promise<Response> {
  const { core, customer, intent } = visit;
  const total = await countLines(visit);
  await requestOwnFile(core, { customerId: customer.id, locale, total, intent });
  return seeOther('/me/export');
}

export interface OpenedExport {
  readonly stream: Readable;
  readonly size: number | null;
}

/** The ready file, else a small one made on the spot. @throws Response 404 while a large one is not ready */
export async function openExport(
  { core, shelf, verifierKey }: Services,
  visit: Visit,
  locale: Locale,
): Promise<OpenedExport> {
  const { customer, at } = visit;
  if ((await countLines(visit)) <= AT_ONCE_LINES) {
    const source = await openOwnSource({ ...core, verifierKey }, customer.id);
    return { stream: ownZip(ownFiles(source, createI18n(locale, at)), at), size: null };
  }
  const file = await findFile(visit);
  if (file?.state !== 'ready') throw notFound();
  const opened = await openOwnFile(core, customer.id, file.id, shelf.path(file.id));
  return { stream: Readable.from(opened.pieces(), { objectMode: false }), size: opened.size };
}
