import type { ConsentEventKind } from '#schema/consent.ts';
import { type HeldCause, QUESTION_DAYS, type QuestionState } from '#schema/consent-request.ts';
import type { CompanyId, ConsentRequestId, CustomerId, PurposeId, RelationshipId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { addMs, DAY_MS } from '../shared/calendar.ts';

/** A company's question to one customer. What it says is sealed under the relationship's evidence key. */
export interface ConsentRequest {
  readonly id: ConsentRequestId;
  readonly relationshipId: RelationshipId;
  readonly customerId: CustomerId;
  readonly companyId: CompanyId;
  readonly purposeId: PurposeId;
  /** Pseudonym of who asked. */
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly expiresAt: Instant;
  /** Not null: the customer is never asked. */
  readonly heldBack: HeldCause | null;
  /** "Later" was chosen, once: comes back then. */
  readonly laterUntil: Instant | null;
  readonly answer: QuestionAnswer | null;
  readonly sealed: Buffer;
}

/** The consent event that answered it, by whatever page or letter it came. */
export interface QuestionAnswer {
  readonly kind: ConsentEventKind;
  /** Ledger index. */
  readonly index: number;
  readonly at: Instant;
}

export function questionState(request: ConsentRequest, at: Instant): QuestionState {
  if (request.heldBack) return 'held-back';
  if (request.answer) return 'answered';
  if (request.expiresAt <= at) return 'expired';
  return request.laterUntil !== null && request.laterUntil > at ? 'later' : 'open';
}

/**
 * What the company reads: `answered` only while its list of people says the
 * same, else the time alone decides. A no, a "later", a "never again", a pause
 * and a question that was held back all look alike.
 */
export function companyQuestionState(
  request: ConsentRequest,
  permitted: boolean,
  at: Instant,
): 'open' | 'answered' | 'expired' {
  if (request.answer && permitted) return 'answered';
  return at < questionEnd(request.askedAt) ? 'open' : 'expired';
}

export const questionEnd = (askedAt: Instant): Instant => addMs(askedAt, QUESTION_DAYS * DAY_MS);
