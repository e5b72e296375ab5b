import type { CompanyId, CustomerId, RelationshipId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

/** A customer's wish to be reminded once a year. */
export interface YearlyReminder {
  readonly customerId: CustomerId;
  readonly wantedSince: Instant;
  readonly nextAt: Instant;
}

/** "It shall stay as it is", said on a day: a date and nothing else; no consent is changed or prolonged by it. */
export interface Kept {
  readonly relationshipId: RelationshipId;
  readonly customerId: CustomerId;
  readonly companyId: CompanyId;
  readonly keptAt: Instant;
}

export interface YearlyReader {
  /** Undefined: no reminder is wanted. */
  reminder(customerId: CustomerId): Promise<YearlyReminder | undefined>;
  /** The latest of each relationship. */
  kept(customerId: CustomerId): Promise<Kept[]>;
  due(at: Instant, limit: number): Promise<YearlyReminder[]>;
}

export interface YearlyWriter extends YearlyReader {
  saveReminder(reminder: YearlyReminder): Promise<void>;
  dropReminder(customerId: CustomerId): Promise<void>;
  keep(kept: Kept): Promise<void>;
  deleteOfRelationship(relationshipId: RelationshipId): Promise<void>;
  deleteOfCustomer(customerId: CustomerId): Promise<void>;
}
