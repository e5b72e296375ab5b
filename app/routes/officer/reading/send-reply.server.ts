import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import { answerRequest } from '#app/core/request/answer-request.ts';
import { extendRequest } from '#app/core/request/extend-request.ts';
import { holdRequest } from '#app/core/request/hold-request.ts';
import type { RightsRequest } from '#app/core/request/request.ts';
import { writeAsOfficer } from '#app/core/request/write-on-request.ts';
import { type OpenedRequest, openRequest } from '#app/core/vault/doors/open-request.ts';
import { explainRequestRefusal } from '#app/http/request-refusal.server.ts';
import { sentFiles } from '#app/http/sent-files.server.ts';
import { message } from '#app/i18n/message.ts';
import { ERASURE_SCOPES, REPLIES, requestPath, type SentReply } from '#app/screens/officer/request-view.ts';
import { HoldKind } from '#schema/request.ts';
import { oneOf, seeOther } from '../../me/reading/visit.server.ts';
import { portalDay } from './portal-days.server.ts';
import { intentOfStep, type RequestVisit, requestIdOf } from './request.server.ts';
import { sendExtract } from './request-extract.server.ts';
import { gapsLeft } from './request-reply.server.ts';

/** Does the step the page is for. Answers with the request, or with the form to mend. */
export async function sendReply(
  visit: RequestVisit,
  word: string | undefined,
  form: FormData,
): Promise<Response> {
  const requestId = requestIdOf(word);
  const typed = {
    text: wordOf(form, 'text'),
    until: wordOf(form, 'until'),
    hold: wordOf(form, 'hold'),
    scope: wordOf(form, 'scope'),
  };
  const opened = await openRequest(visit.core, requestId, visit.staff);
  const errors = [...errorsOf(visit, opened.request, typed), ...gapErrors(visit, opened, typed.text)];
  if (errors.length > 0) return refuse({ typed, errors });
  try {
    await step(visit, requestId, form, typed);
    return seeOther(requestPath(requestId), { done: 'saved' });
  } catch (error) {
    return refuse({ typed, errors: [explainRequestRefusal(error)] });
  }
}

async function step(
  visit: RequestVisit,
  requestId: ReturnType<typeof requestIdOf>,
  form: FormData,
  { text, until, hold, scope }: SentReply['typed'],
): Promise<void> {
  const { core, staff, url } = visit;
  const as = oneOf(REPLIES, url.searchParams.get('as'));
  const by = { requestId, by: staff, intent: intentOfStep(visit, form) };
  const files = await sentFiles(form, 'file');
  switch (as) {
    case 'done':
    case 'refused':
      return answerRequest(core, { ...by, outcome: as, text, files, endsRelationship: scope === 'all' });
    case 'extended':
      return extendRequest(core, { ...by, reason: text });
    case 'message':
    case 'note':
      return writeAsOfficer(core, { ...by, kind: as, text, files });
    case 'held':
      return holdRequest(core, { ...by, hold: HoldKind.parse(hold), reason: text, until: until || null });
    case 'extract':
      return sendExtract(visit, { ...by, reason: text });
    case null:
      throw notFound();
  }
}

function errorsOf(
  { url }: RequestVisit,
  { kind, relationshipId, state }: RightsRequest,
  { until, hold, scope }: SentReply['typed'],
): SentReply['errors'] {
  const as = url.searchParams.get('as');
  const asksScope = as === 'done' && kind === 'erasure' && relationshipId !== null && state === 'open';
  if (asksScope && !ERASURE_SCOPES.some((known) => known === scope))
    return [{ id: 'scope', message: message('error.form.requiredChoice') }];
  if (as !== 'held') return [];
  return [
    ...(HoldKind.safeParse(hold).success
      ? []
      : [{ id: 'hold', message: message('error.form.requiredChoice') }]),
    ...(until === '' || portalDay(until) ? [] : [{ id: 'until', message: message('error.form.date') }]),
  ];
}

/** A draft is not sent as it stands: the case would be closed with "[names]" in the answer. */
function gapErrors(visit: RequestVisit, opened: OpenedRequest, text: string): SentReply['errors'] {
  const as = oneOf(REPLIES, visit.url.searchParams.get('as'));
  const gaps = as ? gapsLeft(visit, opened, as, text) : [];
  if (gaps.length === 0) return [];
  return [{ id: 'text', message: message('officer.requests.reply.gapsLeft', { gaps: gaps.join(', ') }) }];
}

function wordOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

function refuse(sent: SentReply): Response {
  return json(sent, { status: 422 });
}
