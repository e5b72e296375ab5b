import type { ExportedRequest } from '#schema/exported-request.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { FileType } from '#schema/request.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import {
  type OpenedFile,
  type OpenedRequest,
  openRequest,
  openRequestFile,
} from '../vault/doors/open-request.ts';
import { type Companies, slugOf } from './company-names.ts';

const ENDINGS: Readonly<Record<FileType, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/plain': 'txt',
  'text/html': 'html',
  'application/json': 'json',
};

/** Where a file lies in the export: what people call their files is told beside it, and may be anything. */
const fileName = ({ id, type }: OpenedFile): string => `requests/${id}.${ENDINGS[type]}`;

/** The customer's rights requests, newest first, as the customer's own pages show them. */
export async function ownRequests(
  core: Pick<Core, 'storage' | 'keys'>,
  customerId: CustomerId,
  companies: Companies,
): Promise<ExportedRequest[]> {
  const exported: ExportedRequest[] = [];
  for await (const { request, asked, events } of eachRequest(core, customerId)) {
    const { kind, origin, state, arrivedOn, dueOn, closedAt } = request;
    exported.push({
      id: request.id,
      company: slugOf(companies, request.companyId),
      kind,
      origin,
      state,
      arrivedOn,
      dueOn,
      closedAt,
      text: asked.text,
      steps: events.map(({ at, kind: what, actor, text, until, files }) => ({
        at,
        kind: what,
        by: actor,
        text,
        until,
        files: files.map((file) => ({
          name: file.name,
          type: file.type,
          bytes: file.bytes,
          file: fileName(file),
        })),
      })),
    });
  }
  return exported;
}

/** What came with them from either side, one file at a time. */
export async function* ownRequestFiles(
  core: Pick<Core, 'storage' | 'keys'>,
  customerId: CustomerId,
): AsyncGenerator<{ readonly name: string; readonly bytes: Buffer }> {
  for await (const { request, events } of eachRequest(core, customerId)) {
    for (const file of events.flatMap(({ files }) => files)) {
      const { content } = await openRequestFile(core, request.id, file.id, { customerId });
      yield { name: fileName(file), bytes: content };
    }
  }
}

async function* eachRequest(
  core: Pick<Core, 'storage' | 'keys'>,
  customerId: CustomerId,
): AsyncGenerator<OpenedRequest> {
  for (const { id } of await core.storage.read.request.ofCustomer(customerId)) {
    try {
      yield await openRequest(core, id, { customerId });
    } catch (error) {
      // Its evidence is shredded: there is nothing left to take along.
      if (!(error instanceof NotFoundError)) throw error;
    }
  }
}
