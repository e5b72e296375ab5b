import type { CustomerId, PurposeId, PurposeVersionId, RelationshipId, SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Consent } from './consent.ts';

/** A consent with what stands beside it for SQL alone. */
export interface StoredConsent extends Consent {
  readonly factMask: number;
  readonly customerId: string;
  readonly subject: string;
  /** '': at any time; an instant: not before; null: never. */
  readonly usableFrom: string | null;
}

export interface DueWindow {
  readonly at: Instant;
  /** Unconfirmed since before then. */
  readonly pendingBefore: Instant;
  /** Ends before then. */
  readonly expiringBefore: Instant;
}

export interface DueCounts {
  readonly purposeId: PurposeId;
  readonly versionId: PurposeVersionId;
  /** Running grants of this version. */
  readonly granted: number;
  /** Of these, what may not be used at the moment: paused, restricted, too young. */
  readonly resting: number;
  /** Of the running ones, what ends soon. */
  readonly expiring: number;
  readonly pending: number;
}

/** The people behind one of the counts, of one version. */
export interface DueList extends DueWindow {
  readonly purposeId: PurposeId;
  readonly versionId: PurposeVersionId;
  readonly what: keyof Pick<DueCounts, 'granted' | 'expiring' | 'pending'>;
  readonly limit: number;
}

export interface DuePerson {
  readonly subject: SubjectId;
  readonly decidedAt: Instant;
  readonly expiresAt: Instant | null;
}

export interface ConsentReader {
  find(relationshipId: RelationshipId, purposeId: PurposeId): Promise<Consent | undefined>;
  ofRelationship(relationshipId: RelationshipId): Promise<Consent[]>;
  /** For the check of the log. */
  ofRelationships(ids: readonly RelationshipId[]): Promise<StoredConsent[]>;
  /** Over all running relationships of the customer. */
  ofCustomer(customerId: CustomerId): Promise<Consent[]>;
  /** Mask of the facts that running grants of this customer include at `at`, over all running relationships. */
  openFacts(customerId: CustomerId, at: Instant): Promise<number>;
  /** Granted consents whose term ended at or before `at`, for the job that records it. */
  expiredAt(at: Instant, limit: number): Promise<Consent[]>;
  /** Counts only: what waits too long, what ends soon, which versions are still in use. */
  due(purposeIds: readonly PurposeId[], window: DueWindow): Promise<DueCounts[]>;
  /** Who they are, by pairwise id: what ends first, or waits longest, first. */
  duePeople(list: DueList): Promise<DuePerson[]>;
}

export interface ConsentWriter extends ConsentReader {
  save(consent: Consent): Promise<void>;
  deleteOfRelationship(relationshipId: RelationshipId): Promise<void>;
}
