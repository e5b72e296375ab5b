import type { Channel } from '#schema/channel.ts';
import type { CompanyId, CustomerId, PurposeId, RelationshipId, UseReportId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Topic } from '#schema/topic.ts';
import type { UseMethod, UseReportPart } from '#schema/use.ts';

/** A permission was used: one message, call or letter to one person. */
export interface Use {
  readonly relationshipId: RelationshipId;
  readonly purposeId: PurposeId;
  readonly channel: Channel;
  /** Null: the company did not say. */
  readonly topic: Topic | null;
  readonly at: Instant;
}

export interface StoredUse extends Use {
  readonly how: UseMethod;
  readonly reportedAt: Instant;
}

/** What a company told in one go, under its own reference. */
export interface UseReport {
  readonly id: UseReportId;
  readonly companyId: CompanyId;
  readonly reference: string;
  /** SHA-256 (hex) of what was told: the same reference with something else is refused. */
  readonly contentHash: string;
  readonly parts: readonly UseReportPart[];
  readonly how: UseMethod;
  /** Pseudonym of the member of staff, or the name of the key. */
  readonly reportedBy: string;
  readonly recordedAt: Instant;
}

export type LastUse = Pick<Use, 'purposeId' | 'channel' | 'at'>;

export interface UseReader {
  /** After `since`, up to and with `until`. */
  instants(relationshipId: RelationshipId, since: Instant, until: Instant): Promise<Instant[]>;
  /** Newest first. */
  ofRelationship(relationshipId: RelationshipId, limit: number): Promise<StoredUse[]>;
  /** Of each purpose and channel the last one, however long ago. */
  lastUses(relationshipId: RelationshipId): Promise<LastUse[]>;
  findReport(companyId: CompanyId, reference: string): Promise<UseReport | undefined>;
  /** Newest first. */
  reports(companyId: CompanyId, limit: number): Promise<UseReport[]>;
  /** Since when the company says that it reports every contact; null: it does not say so. */
  reportingSince(companyId: CompanyId): Promise<Instant | null>;
}

export interface UseWriter extends UseReader {
  /** With its uses; the last use of each person, purpose and channel moves forward, never back. */
  insertReport(report: UseReport, uses: readonly (Use & { readonly id: string })[]): Promise<void>;
  /** @param saidBy pseudonym of the owner */
  setReporting(companyId: CompanyId, since: Instant | null, saidBy: string): Promise<void>;
  deleteOfRelationship(relationshipId: RelationshipId): Promise<void>;
  deleteOfCustomer(customerId: CustomerId): Promise<void>;
}
