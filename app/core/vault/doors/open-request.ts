import type { CustomerId, RequestFileId, RequestId } from '#schema/ids.ts';
import { SealedEvent, SealedRequest } from '#schema/request.ts';
import {
  INTERNAL_EVENTS,
  type RequestEvent,
  type RequestFile,
  type RightsRequest,
} from '../../request/request.ts';
import { NotFoundError } from '../../shared/app-error.ts';
import type { Core } from '../../shared/core.ts';
import type { Staff } from '../../staff/staff.ts';
import { open, openJson } from '../open.ts';
import { requestEventPlace, requestFileNamePlace, requestFilePlace, requestPlace } from '../places.ts';

export interface OpenedEvent extends Omit<RequestEvent, 'sealed' | 'requestId'>, SealedEvent {
  readonly files: readonly OpenedFile[];
}

export interface OpenedFile extends Pick<RequestFile, 'id' | 'type' | 'bytes'> {
  readonly name: string;
}

export interface OpenedRequest {
  readonly request: RightsRequest;
  readonly asked: SealedRequest;
  /** Oldest first. */
  readonly events: readonly OpenedEvent[];
}

export interface OpenedContent extends OpenedFile {
  readonly content: Buffer;
}

/** Who reads: the officer of the company that was asked, or the person who asked. */
export type RequestReaderOf = Staff | { readonly customerId: CustomerId };

/**
 * Doors 1 and 4 of 5 again: what a person asked of a company and what was
 * answered, for exactly these two. It was written to be read by them, so no
 * look is recorded; internal notes stay with the company.
 *
 * @throws NotFoundError for everybody else, and when the key is shredded
 */
export async function openRequest(
  core: Pick<Core, 'storage' | 'keys'>,
  id: RequestId,
  reader: RequestReaderOf,
): Promise<OpenedRequest> {
  const { request, key, events, files } = await readRequest(core, id, reader);
  return {
    request,
    asked: SealedRequest.parse(openJson(key, requestPlace(id), request.sealed)),
    events: events.map(({ seq, kind, at, actor, actorName, sealed }) => ({
      seq,
      kind,
      at,
      actor,
      actorName,
      ...SealedEvent.parse(openJson(key, requestEventPlace(id, seq), sealed)),
      files: files.filter((file) => file.seq === seq).map((file) => openName(key, file)),
    })),
  };
}

/** One file of a request, for whoever may read the step it came with. */
export async function openRequestFile(
  core: Pick<Core, 'storage' | 'keys'>,
  id: RequestId,
  fileId: RequestFileId,
  reader: RequestReaderOf,
): Promise<OpenedContent> {
  const { key, events, files } = await readRequest(core, id, reader);
  const file = files.find((one) => one.id === fileId);
  const sealed = file && (await core.storage.read.request.fileContent(id, fileId));
  if (!file || !sealed || !events.some(({ seq }) => seq === file.seq)) throw new NotFoundError();
  return { ...openName(key, file), content: open(key, requestFilePlace(fileId), sealed) };
}

/** What stands in lists: whose request it is, where the portal does not know it otherwise. */
export async function openAsked(
  core: Pick<Core, 'storage' | 'keys'>,
  request: RightsRequest,
  staff: Staff,
): Promise<SealedRequest | undefined> {
  if (request.companyId !== staff.companyId || !staff.roles.includes('officer')) throw new NotFoundError();
  const key = await core.keys.find(request.keyId);
  return key && SealedRequest.parse(openJson(key, requestPlace(request.id), request.sealed));
}

async function readRequest(core: Pick<Core, 'storage' | 'keys'>, id: RequestId, reader: RequestReaderOf) {
  const { read } = core.storage;
  const request = await read.request.find(id);
  const key = request && (await core.keys.find(request.keyId));
  if (!request || !key || !(await mayRead(core, request, reader))) throw new NotFoundError();
  const isOfficer = 'roles' in reader;
  const events = (await read.request.events(id)).filter(
    ({ kind }) => isOfficer || !INTERNAL_EVENTS.includes(kind),
  );
  return { request, key, events, files: await read.request.files(id) };
}

async function mayRead(
  { storage: { read } }: Pick<Core, 'storage'>,
  { companyId, relationshipId }: RightsRequest,
  reader: RequestReaderOf,
): Promise<boolean> {
  if ('roles' in reader) return reader.companyId === companyId && reader.roles.includes('officer');
  const relationship = relationshipId && (await read.relationship.find(relationshipId));
  return relationship?.customerId === reader.customerId;
}

function openName(key: Buffer, { id, type, bytes, nameSealed }: RequestFile): OpenedFile {
  return { id, type, bytes, name: open(key, requestFileNamePlace(id), nameSealed).toString('utf8') };
}
