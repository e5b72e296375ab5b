import type { DisclosureKind } from '#schema/disclosure.ts';
import type { FieldId } from '#schema/field.ts';
import type {
  CompanyId,
  CustomerId,
  DisclosureId,
  PurposeId,
  RelationshipId,
  StaffId,
  SubjectId,
} from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { StaffRole } from '#schema/staff.ts';

/** One batch that left, as one ledger leaf. */
export interface Disclosure {
  readonly id: DisclosureId;
  /** All batches of one export share it. */
  readonly runId: string;
  readonly ledgerIndex: number;
  readonly companyId: CompanyId;
  readonly staffId: StaffId;
  readonly role: StaffRole;
  /** Null: a look at evidence, which serves no purpose of the company's. */
  readonly purposeId: PurposeId | null;
  readonly version: number | null;
  readonly how: DisclosureKind;
  /** Fields of the purpose that this act asked for. */
  readonly fields: readonly FieldId[];
  readonly reason: string;
  /** Salt of the commitments, sealed under the portal's key; empty for evidence, which has none. */
  readonly saltSealed: Buffer;
  /** How many people; for evidence how many records were opened. */
  readonly count: number;
  readonly at: Instant;
}

/** Fields of one person that really left in that batch. */
export interface DisclosedSubject {
  readonly relationshipId: RelationshipId;
  readonly position: number;
  readonly fields: readonly FieldId[];
}

/** One line of "who looked". */
export interface Look {
  readonly disclosureId: DisclosureId;
  readonly runId: string;
  readonly at: Instant;
  readonly companyId: CompanyId;
  readonly relationshipId: RelationshipId;
  readonly role: StaffRole;
  /** Null: the officer looked at evidence. */
  readonly purposeId: PurposeId | null;
  readonly how: DisclosureKind;
  readonly fields: readonly FieldId[];
  readonly reason: string;
  readonly ledgerIndex: number;
}

export interface LookFilter {
  readonly companyId?: CompanyId | undefined;
  /** Only looks that showed this field. */
  readonly field?: FieldId | undefined;
  readonly role?: StaffRole | undefined;
  readonly before?: Instant | undefined;
  readonly since?: Instant | undefined;
  readonly limit: number;
}

/** A row as its batch committed to it. */
export interface CommittedSubject extends DisclosedSubject {
  readonly disclosureId: DisclosureId;
  /** Null: the relationship is gone. */
  readonly subject: SubjectId | null;
  /** Kept in place of subject and fields when the person was forgotten. */
  readonly commitment: Buffer | null;
}

export interface ReceivedFields {
  readonly purposeId: PurposeId;
  readonly fields: readonly FieldId[];
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly count: number;
}

export interface NamedRow {
  readonly disclosureId: DisclosureId;
  /** Empty for a look at evidence. */
  readonly saltSealed: Buffer;
  readonly fields: readonly FieldId[];
}

export interface DisclosureReader {
  /**
   * Newest first, over all relationships of the customer, ended ones included.
   * Looks of one instant stay together: there may be more than `limit`, and the
   * next page, `before` the last one's instant, misses none.
   */
  looksOfCustomer(customerId: CustomerId, filter: LookFilter): Promise<Look[]>;
  /** How many looksOfCustomer would give without a limit. */
  countOfCustomer(customerId: CustomerId): Promise<number>;
  /** Every field that anybody ever saw. */
  fieldsSeen(customerId: CustomerId): Promise<FieldId[]>;
  /** One of them. */
  lookOfCustomer(customerId: CustomerId, id: DisclosureId): Promise<Look | undefined>;
  looksOfRelationship(relationshipId: RelationshipId, limit: number): Promise<Look[]>;
  /** Newest first, batches of one company, before a ledger index. */
  ofCompany(companyId: CompanyId, limit: number, beforeIndex?: number): Promise<Disclosure[]>;
  countOfCompany(companyId: CompanyId, since?: Instant): Promise<number>;
  /** In the order of the log, with the pairwise ids that their roots commit to: for the check of the log. */
  inLog(fromIndex: number, untilIndex: number): Promise<Disclosure[]>;
  subjectsOfMany(ids: readonly DisclosureId[]): Promise<CommittedSubject[]>;
  /** What one relationship's company received, per purpose and set of fields; looks at evidence left out. */
  received(relationshipId: RelationshipId, since?: Instant): Promise<ReceivedFields[]>;
  /** Every batch that names this relationship, with what it takes to commit to its row again. */
  batchesOf(relationshipId: RelationshipId): Promise<NamedRow[]>;
  /** Looks per day (UTC date) since an instant. */
  countByDay(
    customerId: CustomerId,
    since: Instant,
  ): Promise<{ day: string; companyId: CompanyId; count: number }[]>;
  subjects(id: DisclosureId): Promise<DisclosedSubject[]>;
  find(id: DisclosureId): Promise<Disclosure | undefined>;
}

export interface DisclosureWriter extends DisclosureReader {
  insert(disclosure: Disclosure, subjects: readonly DisclosedSubject[]): Promise<void>;
}
