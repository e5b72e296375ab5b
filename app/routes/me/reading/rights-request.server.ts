import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import { addToRequest, takeBackRequest } from '#app/core/request/write-on-request.ts';
import { openRequest } from '#app/core/vault/doors/open-request.ts';
import { explainRequestRefusal } from '#app/http/request-refusal.server.ts';
import { sentFiles } from '#app/http/sent-files.server.ts';
import {
  ownRequestPath,
  REQUEST_DONE,
  type RequestView,
  type SentAddition,
} from '#app/screens/me/rights-view.ts';
import { RequestId } from '#schema/ids.ts';
import { nameOf } from './find-company.server.ts';
import { lineOf } from './rights.server.ts';
import { oneOf, type PostVisit, seeOther, type Visit } from './visit.server.ts';

/** @throws Response 404 for another customer's request, as for one that does not exist */
export async function readOwnRequest(visit: Visit, word: string | undefined): Promise<RequestView> {
  const { core, customer, url, intentId } = visit;
  const { request, asked, events } = await openRequest(core, idOf(word), { customerId: customer.id });
  const company = await core.storage.read.company.find(request.companyId);
  if (!company) throw notFound();
  const held = request.hold && events.findLast(({ kind }) => kind === 'held');
  return {
    ...lineOf(visit, request, nameOf(company)),
    origin: request.origin,
    text: asked.text,
    hold: request.hold && held ? { kind: request.hold, reason: held.text, until: held.until } : null,
    authority: company.profile.authority,
    steps: events.map(({ seq, kind, at, text, until, files }) => ({
      seq,
      kind,
      at,
      text,
      until,
      files: files.map(({ id, name, bytes }) => ({ id, name, bytes })),
    })),
    done: oneOf(REQUEST_DONE, url.searchParams.get('done')),
    intentId,
  };
}

/** Adds something, or takes the request back. */
export async function stepOnRequest(visit: PostVisit, word: string | undefined): Promise<Response> {
  const { core, customer, form, intent } = visit;
  const requestId = idOf(word);
  const step = { requestId, by: { customerId: customer.id }, intent };
  const raw = form.get('text');
  const text = typeof raw === 'string' ? raw : '';
  switch (form.get('act')) {
    case 'take-back':
      await takeBackRequest(core, step);
      return seeOther(ownRequestPath(requestId), { done: 'takenBack' });
    case 'add':
      try {
        await addToRequest(core, { ...step, text, files: await sentFiles(form, 'file') });
        return seeOther(ownRequestPath(requestId), { done: 'added' });
      } catch (error) {
        const sent: SentAddition = { typed: text, errors: [explainRequestRefusal(error)] };
        return json(sent, { status: 422 });
      }
    default:
      throw new Response(null, { status: 400 });
  }
}

function idOf(word: string | undefined): RequestId {
  const id = RequestId.safeParse(word).data;
  if (!id) throw notFound();
  return id;
}
