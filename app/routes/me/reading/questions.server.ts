import { notFound } from '#app/auth/require.ts';
import { type ConsentRequest, questionState } from '#app/core/consent-request/consent-request.ts';
import { findOpenQuestions } from '#app/core/consent-request/find-questions.ts';
import { allowQuestions, stopQuestions } from '#app/core/consent-request/stop-questions.ts';
import { openOwnQuestion } from '#app/core/vault/doors/open-question.ts';
import type { QuestionLine } from '#app/screens/me/question-lines.tsx';
import { type EarlierQuestion, QUESTIONS_DONE, type QuestionsView } from '#app/screens/me/questions.tsx';
import type { CompanyId } from '#schema/ids.ts';
import { findCompany, nameOf } from './find-company.server.ts';
import { oneOf, type PostVisit, seeOther, type Visit } from './visit.server.ts';

const EARLIER = 50;

/**
 * What pages of the overview tell of open questions: nothing during a pause,
 * and nothing about sharing with others while the browser asks not to share.
 */
export async function readPrompts(visit: Visit, companyId?: CompanyId): Promise<QuestionLine[]> {
  const { core, customer, at, gpc } = visit;
  const { read } = core.storage;
  const open = await findOpenQuestions(read, customer.id, at, { quiet: true });
  const lines: QuestionLine[] = [];
  for (const request of open) {
    if (companyId && request.companyId !== companyId) continue;
    const version = gpc ? await read.purpose.currentVersion(request.purposeId) : undefined;
    if (version && version.content.recipients.length > 0) continue;
    const line = await lineOf(visit, request);
    if (line) lines.push(line);
  }
  return lines;
}

export async function readQuestions(visit: Visit): Promise<QuestionsView> {
  const { core, customer, at, intentId } = visit;
  const { read } = core.storage;
  const open = await findOpenQuestions(read, customer.id, at);
  const waiting = new Set(open.map(({ id }) => id));
  const lines: QuestionLine[] = [];
  const earlier: EarlierQuestion[] = [];
  for (const request of await read.consentRequest.ofCustomer(customer.id, EARLIER)) {
    const line = await lineOf(visit, request);
    if (line && waiting.has(request.id)) lines.push(line);
    else if (line) earlier.push({ ...line, ...restOf(request), reason: null });
  }
  const stops = await read.consentRequest.stops(customer.id);
  const connected = await read.relationship.ofCustomer(customer.id);
  const ids = new Set([
    ...connected.map(({ companyId }) => companyId),
    ...stops.map(({ companyId }) => companyId),
  ]);
  const askers: QuestionsView['askers'][number][] = [];
  for (const id of ids) {
    const company = await read.company.find(id);
    const stoppedAt = stops.find(({ companyId }) => companyId === id)?.at ?? null;
    if (company) askers.push({ ...nameOf(company), stoppedAt });
  }
  return { open: lines, earlier, askers, done: await readDone(visit), intentId };

  function restOf(request: ConsentRequest) {
    const state = questionState(request, at);
    return {
      // Waits in the table, but not for this customer now: the company or its purpose is gone.
      state: state === 'open' ? 'expired' : state,
      heldBack: request.heldBack,
      laterUntil: request.laterUntil,
      answerIndex: request.answer?.index ?? null,
    } as const;
  }
}

async function lineOf({ core, customer, at }: Visit, request: ConsentRequest): Promise<QuestionLine | null> {
  const { read } = core.storage;
  const company = await read.company.find(request.companyId);
  const purpose = await read.purpose.find(request.purposeId);
  const version = purpose && (await read.purpose.currentVersion(purpose.id));
  if (!company || !version) return null;
  return {
    id: request.id,
    company: nameOf(company),
    purpose: { slug: purpose.slug, title: version.content.title },
    askedAt: request.askedAt,
    state: questionState(request, at),
    reason: (await openOwnQuestion(core, customer.id, request))?.reason ?? null,
  };
}

async function readDone({ core, url }: Visit): Promise<QuestionsView['done']> {
  const what = oneOf(QUESTIONS_DONE, url.searchParams.get('done'));
  const company = await core.storage.read.company.findBySlug(url.searchParams.get('company') ?? '');
  return what && company ? { what, company: nameOf(company) } : null;
}

/** "No more questions", and back. */
export async function changeAsker(visit: PostVisit): Promise<Response> {
  const { core, customer, form } = visit;
  const slug = form.get('company');
  const company = await findCompany(visit, typeof slug === 'string' ? slug : undefined);
  const input = { customerId: customer.id, companyId: company.id };
  switch (form.get('act')) {
    case 'never':
      await stopQuestions(core, input);
      return seeOther('/me/questions', { done: 'never', company: company.slug });
    case 'allow':
      await allowQuestions(core, input);
      return seeOther('/me/questions', { done: 'allowed', company: company.slug });
    default:
      throw notFound();
  }
}
