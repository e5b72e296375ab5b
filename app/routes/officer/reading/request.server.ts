import { notFound } from '#app/auth/require.ts';
import { releaseHold } from '#app/core/request/hold-request.ts';
import { staffPrincipal } from '#app/core/sign-in/principal.ts';
import { openRequest } from '#app/core/vault/doors/open-request.ts';
import { answerIntentOf } from '#app/http/intent.server.ts';
import {
  type OfficerRequestView,
  REPLIES,
  REQUEST_DONE,
  type Reply,
  requestPath,
} from '#app/screens/officer/request-view.ts';
import { RequestId } from '#schema/ids.ts';
import { oneOf, seeOther } from '../../me/reading/visit.server.ts';
import { lineOf } from './requests.server.ts';
import type { OfficerVisit } from './visit.server.ts';

export type RequestVisit = OfficerVisit & { readonly intentId: string };

/** @throws Response 404 for another company's request, as for one that does not exist */
export async function readRequest(
  visit: RequestVisit,
  word: string | undefined,
): Promise<OfficerRequestView> {
  const { core, staff, url, intentId } = visit;
  const { request, asked, events } = await openRequest(core, requestIdOf(word), staff);
  const line = await lineOf(visit, request);
  const held = request.hold && events.findLast(({ kind }) => kind === 'held');
  return {
    ...line,
    text: asked.text,
    identity: asked.identity,
    contact: asked.person?.contact || null,
    hold: request.hold && held ? { kind: request.hold, reason: held.text, until: held.until } : null,
    steps: events.map(({ seq, kind, at, actor, actorName, text, until, hold, files }) => ({
      seq,
      kind,
      at,
      actor,
      by: actorName,
      text,
      until,
      hold,
      files: files.map(({ id, name, bytes }) => ({ id, name, bytes })),
    })),
    replies: REPLIES.filter((reply) => isOffered(reply, line)),
    done: oneOf(REQUEST_DONE, url.searchParams.get('done')),
    intentId,
  };
}

/** No step is offered that would be refused. */
export function isOffered(
  reply: Reply,
  {
    state,
    late,
    extended,
    held,
    subject,
    kind,
  }: Pick<OfficerRequestView, 'state' | 'late' | 'extended' | 'held' | 'subject' | 'kind'>,
): boolean {
  if (state !== 'open') return false;
  if (reply === 'done') return !(kind === 'erasure' && held);
  if (reply === 'extended') return !late && !extended;
  if (reply === 'held') return !held;
  return reply !== 'extract' || subject !== null;
}

export async function releaseRequest(
  visit: RequestVisit,
  word: string | undefined,
  form: FormData,
): Promise<Response> {
  const { core, staff } = visit;
  if (form.get('act') !== 'release') throw new Response(null, { status: 400 });
  const requestId = requestIdOf(word);
  await releaseHold(core, { requestId, by: staff, intent: intentOfStep(visit, form) });
  return seeOther(requestPath(requestId), { done: 'saved' });
}

export function intentOfStep({ staff, url }: RequestVisit, form: FormData) {
  return answerIntentOf(form, staffPrincipal(staff.id), url.pathname);
}

export function requestIdOf(word: string | undefined): RequestId {
  const id = RequestId.safeParse(word).data;
  if (!id) throw notFound();
  return id;
}
