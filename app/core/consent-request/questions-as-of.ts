import type { HeldCause, QuestionState } from '#schema/consent-request.ts';
import type { PurposeId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Relationship } from '../relationship/relationship.ts';
import type { Readers } from '../shared/storage.ts';
import { type ConsentRequest, questionState } from './consent-request.ts';

/** What a company asked one person, and what had become of it by then. */
export interface QuestionAsOf {
  readonly purposeId: PurposeId;
  /** Pseudonym of who asked. */
  readonly askedBy: string;
  readonly askedAt: Instant;
  /** "Later" is the customer's own affair: here it reads `open`. */
  readonly state: Exclude<QuestionState, 'later'>;
  readonly heldBack: HeldCause | null;
  /** Ledger index of the answer. */
  readonly answerIndex: number | null;
}

const EVER = '0000-01-01T00:00:00.000Z' as Instant;

/**
 * The questions of a relationship as they stood at `at`, oldest first, with the
 * cause why one was held back: for officers alone, behind their door. What was
 * put away by "no more questions" counts as put until then.
 */
export async function questionsAsOf(
  read: Pick<Readers, 'consentRequest'>,
  { id, customerId, companyId }: Relationship,
  at: Instant,
): Promise<QuestionAsOf[]> {
  const asked = await read.consentRequest.between(customerId, companyId, EVER);
  const stop = (await read.consentRequest.stops(customerId)).find((one) => one.companyId === companyId);
  return asked
    .filter(({ relationshipId, askedAt }) => relationshipId === id && askedAt <= at)
    .sort((a, b) => (a.askedAt < b.askedAt ? -1 : 1))
    .map((request): QuestionAsOf => {
      const then = asItStood(request, stop?.at ?? null, at);
      const state = questionState(then, at);
      return {
        purposeId: request.purposeId,
        askedBy: request.askedBy,
        askedAt: request.askedAt,
        state: state === 'later' ? 'open' : state,
        heldBack: then.heldBack,
        answerIndex: then.answer?.index ?? null,
      };
    });
}

function asItStood(request: ConsentRequest, stoppedAt: Instant | null, at: Instant): ConsentRequest {
  const putAwayLater =
    request.heldBack === 'no-more-questions' && stoppedAt !== null && stoppedAt > request.askedAt;
  return {
    ...request,
    heldBack: putAwayLater && stoppedAt > at ? null : request.heldBack,
    answer: request.answer && request.answer.at <= at ? request.answer : null,
  };
}
