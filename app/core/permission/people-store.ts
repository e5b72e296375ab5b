import type { Channel } from '#schema/channel.ts';
import type { FieldId } from '#schema/field.ts';
import type { CompanyId, CustomerId, PurposeId, RelationshipId, SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { SegmentConditions } from '#schema/segment.ts';

/** A person the company may see for one purpose, before any value is read. */
export interface PermittedPerson {
  readonly relationshipId: RelationshipId;
  readonly customerId: CustomerId;
  readonly subject: SubjectId;
  readonly since: Instant;
  readonly fields: readonly FieldId[];
  /** Granted channels, before preferences and verification. */
  readonly channels: readonly Channel[];
}

export interface PeopleQuery {
  readonly companyId: CompanyId;
  readonly purposeId: PurposeId;
  readonly at: Instant;
  /** Absent: everybody permitted. */
  readonly conditions?: SegmentConditions;
}

/**
 * Where SQL decides for speed. The one statement behind list, count and
 * export; a property test holds it against decidePermission.
 * A condition on a field counts only people whose grant for this purpose
 * includes that field.
 */
export interface PeopleReader {
  count(query: PeopleQuery): Promise<number>;
  /** In order of subject, after `afterSubject`. */
  page(query: PeopleQuery, afterSubject: SubjectId | null, limit: number): Promise<PermittedPerson[]>;
  /** The same, on a connection of its own: an export never blocks a page. */
  longPage(query: PeopleQuery, afterSubject: SubjectId | null, limit: number): Promise<PermittedPerson[]>;
}
