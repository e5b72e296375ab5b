import type { ExportedAsking } from '#schema/own-questions.ts';
import { questionState } from '../consent-request/consent-request.ts';
import type { Customer } from '../customer/customer.ts';
import type { Core } from '../shared/core.ts';
import { openOwnQuestion } from '../vault/doors/open-question.ts';
import { type Companies, slugOf } from './company-names.ts';

/** Three a year from each company: more than this nobody has been asked. */
const MOST = 10_000;

/** What companies asked, what became of it, who may ask no more, and what was said about the age. */
export async function collectOwnQuestions(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  { id, age }: Customer,
  companies: Companies,
): Promise<ExportedAsking> {
  const { read } = core.storage;
  const received: ExportedAsking['received'] = [];
  for (const request of await read.consentRequest.ofCustomer(id, MOST)) {
    const { companyId, purposeId, askedAt, heldBack, laterUntil, answer } = request;
    const text = await openOwnQuestion(core, id, request);
    received.push({
      company: slugOf(companies, companyId),
      purpose: (await read.purpose.find(purposeId))?.slug ?? '',
      askedAt,
      state: questionState(request, core.world.now()),
      heldBack,
      laterUntil,
      answeredAt: answer?.at ?? null,
      answerIndex: answer?.index ?? null,
      reason: text?.reason ?? null,
      fields: text?.fields ?? [],
      months: text?.months ?? null,
    });
  }
  const stopped = (await read.consentRequest.stops(id)).map(({ companyId, at }) => ({
    company: slugOf(companies, companyId),
    at,
  }));
  return { age, received, stopped };
}
