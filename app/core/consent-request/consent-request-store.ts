import type { HeldCause } from '#schema/consent-request.ts';
import type { CompanyId, ConsentRequestId, CustomerId, PurposeId, RelationshipId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { ConsentRequest, QuestionAnswer } from './consent-request.ts';

/** "No more questions from this company", and since when. */
export interface QuestionStop {
  readonly companyId: CompanyId;
  readonly at: Instant;
}

export interface ConsentRequestReader {
  find(id: ConsentRequestId): Promise<ConsentRequest | undefined>;
  /** Newest first. */
  ofCustomer(customerId: CustomerId, limit: number): Promise<ConsentRequest[]>;
  /** Newest first. */
  ofCompany(companyId: CompanyId, limit: number): Promise<ConsentRequest[]>;
  /** Asked after `since`, also under an earlier relationship of the same two. */
  between(customerId: CustomerId, companyId: CompanyId, since: Instant): Promise<ConsentRequest[]>;
  stops(customerId: CustomerId): Promise<QuestionStop[]>;
}

export interface ConsentRequestWriter extends ConsentRequestReader {
  insert(request: ConsentRequest): Promise<void>;
  /** The open question about this purpose, if there is one, is answered by this event. */
  settle(relationshipId: RelationshipId, purposeId: PurposeId, answer: QuestionAnswer): Promise<void>;
  /** The event at `index` was undone: what it answered is open again. */
  reopen(relationshipId: RelationshipId, purposeId: PurposeId, index: number): Promise<void>;
  postpone(id: ConsentRequestId, laterUntil: Instant, expiresAt: Instant): Promise<void>;
  /** Every open question of this company to this customer. */
  holdBack(customerId: CustomerId, companyId: CompanyId, cause: HeldCause): Promise<void>;
  /** The question waits again, as if it had never been held back. */
  putBack(id: ConsentRequestId): Promise<void>;
  stop(customerId: CustomerId, companyId: CompanyId, at: Instant): Promise<void>;
  allow(customerId: CustomerId, companyId: CompanyId): Promise<void>;
  deleteOfCustomer(customerId: CustomerId): Promise<void>;
  deleteOfRelationship(relationshipId: RelationshipId): Promise<void>;
}
