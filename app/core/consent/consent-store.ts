import type { CustomerId, PurposeId, RelationshipId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Consent } from './consent.ts';

export interface ConsentReader {
  find(relationshipId: RelationshipId, purposeId: PurposeId): Promise<Consent | undefined>;
  ofRelationship(relationshipId: RelationshipId): Promise<Consent[]>;
  /** For the check of the log, with the mask that segments are counted by. */
  ofRelationships(ids: readonly RelationshipId[]): Promise<(Consent & { readonly factMask: number })[]>;
  /** Over all running relationships of the customer. */
  ofCustomer(customerId: CustomerId): Promise<Consent[]>;
  /** Granted consents whose term ended at or before `at`, for the job that records it. */
  expiredAt(at: Instant, limit: number): Promise<Consent[]>;
}

export interface ConsentWriter extends ConsentReader {
  save(consent: Consent): Promise<void>;
}
