import type { RequestFileId } from '#schema/ids.ts';
import type { HoldKind, RequestEventKind } from '#schema/request.ts';
import { REQUEST_TEXT_MAX, SealedEvent } from '#schema/request.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import type { Core } from '../shared/core.ts';
import type { Staff } from '../staff/staff.ts';
import { requestEventPlace, requestFileNamePlace, requestFilePlace } from '../vault/places.ts';
import { seal, sealJson } from '../vault/seal.ts';
import type { CheckedFile } from './check-files.ts';
import type { RequestEvent, RightsRequest } from './request.ts';
import { RequestError } from './request-error.ts';

export interface EventInput {
  readonly kind: RequestEventKind;
  /** Absent: the customer; `system`: nobody in person. */
  readonly by: Staff | 'customer' | 'system';
  readonly text?: string;
  readonly until?: string | null;
  readonly hold?: HoldKind | null;
  readonly files?: readonly CheckedFile[];
}

/** Adds one step to a request's history, with its files, all sealed under the request's key. */
export async function addEvent(
  core: Pick<Core, 'keys' | 'world'>,
  { tx, at }: ActContext,
  request: RightsRequest,
  { kind, by, text = '', until = null, hold = null, files = [] }: EventInput,
): Promise<void> {
  const key = await core.keys.get(request.keyId);
  const seq = (await tx.request.events(request.id)).length + 1;
  const event: RequestEvent = {
    requestId: request.id,
    seq,
    kind,
    at,
    actor: typeof by === 'string' ? by : 'staff',
    actorName: typeof by === 'string' ? '' : by.pseudonym,
    sealed: sealJson(key, requestEventPlace(request.id, seq), SealedEvent.parse({ text, until, hold })),
  };
  await tx.request.insertEvent(event, request.relationshipId);
  for (const { name, type, bytes } of files) {
    const id = core.world.newId() as RequestFileId;
    const nameSealed = seal(key, requestFileNamePlace(id), Buffer.from(name, 'utf8'));
    const file = { id, requestId: request.id, seq, type, bytes: bytes.length, nameSealed, at };
    await tx.request.insertFile(file, request.relationshipId, seal(key, requestFilePlace(id), bytes));
  }
}

/** White space at the ends gone, line ends of one kind. @throws RequestError when there is none or too much */
export function checkText(raw: string, needed = true): string {
  const text = raw.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();
  if (needed && text === '') throw new RequestError('text-missing');
  if (text.length > REQUEST_TEXT_MAX) throw new RequestError('text-too-long', { max: REQUEST_TEXT_MAX });
  return text;
}
