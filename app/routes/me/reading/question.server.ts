import { notFound } from '#app/auth/require.ts';
import { type ConsentRequest, questionState } from '#app/core/consent-request/consent-request.ts';
import { ConsentRequestError } from '#app/core/consent-request/consent-request-error.ts';
import { postponeQuestion } from '#app/core/consent-request/postpone-question.ts';
import { stopQuestions } from '#app/core/consent-request/stop-questions.ts';
import { openOwnQuestion } from '#app/core/vault/doors/open-question.ts';
import type { QuestionView } from '#app/screens/me/question.tsx';
import { purposePath } from '#app/screens/me/view.ts';
import { LATER_DAYS } from '#schema/consent-request.ts';
import { ConsentRequestId } from '#schema/ids.ts';
import { decide } from './decide.server.ts';
import { findPurposeCase, type PurposeCase, readPurposeView } from './purpose-view.server.ts';
import { type PostVisit, seeOther, type Visit } from './visit.server.ts';

export interface QuestionCase {
  readonly request: ConsentRequest;
  readonly which: PurposeCase;
}

/** @throws Response 404 for what does not exist, what another customer was asked, and what was never put to anybody */
export async function findQuestionCase(visit: Visit, id: string | undefined): Promise<QuestionCase> {
  const { read } = visit.core.storage;
  const known = ConsentRequestId.safeParse(id);
  const request = known.success ? await read.consentRequest.find(known.data) : undefined;
  if (!request || request.customerId !== visit.customer.id) throw notFound();
  // The customer ended this company's questions: a link in an older mail leads to what can be decided anyway.
  const ended = request.heldBack === 'no-more-questions';
  if (request.heldBack && !ended) throw notFound();
  const company = await read.company.find(request.companyId);
  const purpose = await read.purpose.find(request.purposeId);
  if (!company || !purpose) throw notFound();
  if (ended) throw seeOther(purposePath(company.slug, purpose.slug), {});
  return { request, which: await findPurposeCase(visit, { company: company.slug, purpose: purpose.slug }) };
}

export async function readQuestionView(visit: Visit, found: QuestionCase): Promise<QuestionView> {
  const { core, customer, gpc } = visit;
  const { request, which } = found;
  const text = await openOwnQuestion(core, customer.id, request);
  return {
    purpose: await readPurposeView(visit, which),
    over: !waits(visit, found),
    askedAt: request.askedAt,
    endsAt: request.expiresAt,
    reason: text?.reason ?? null,
    wishes: gpc || !text ? { fields: [], months: null } : { fields: text.fields, months: text.months },
    mayPostpone: request.laterUntil === null,
  };
}

/** Yes and no are the acts of the purpose's own page, and end there; later and never again come back to the inbox. */
export async function answerQuestion(visit: PostVisit, found: QuestionCase): Promise<Response> {
  const { core, customer, form } = visit;
  const { request, which } = found;
  switch (form.get('act')) {
    case 'yes':
    case 'no':
      return decide(visit, which);
    case 'later':
      return later(visit, found);
    case 'never':
      await stopQuestions(core, { customerId: customer.id, companyId: request.companyId });
      return seeOther('/me/questions', { done: 'never', company: which.company.slug });
    default:
      throw new Response(null, { status: 400 });
  }
}

async function later(
  { core, customer, form }: PostVisit,
  { request: { id }, which }: QuestionCase,
): Promise<Response> {
  const days = LATER_DAYS.find((known) => String(known) === form.get('days'));
  if (!days) throw new Response(null, { status: 400 });
  try {
    await postponeQuestion(core, { customerId: customer.id, id, days });
  } catch (error) {
    // Put off or answered meanwhile, e.g. by pressing twice: the inbox shows what holds.
    if (!(error instanceof ConsentRequestError)) throw error;
  }
  return seeOther('/me/questions', { done: 'later', company: which.company.slug });
}

function waits({ at }: Visit, { request, which }: QuestionCase): boolean {
  const state = questionState(request, at);
  const retired = which.found.purpose.retiredAt !== null && which.found.purpose.retiredAt <= at;
  const connected = which.relationship?.id === request.relationshipId;
  return (state === 'open' || state === 'later') && connected && !retired;
}
