import type { Channel } from '#schema/channel.ts';
import type { FieldId } from '#schema/field.ts';
import type { CompanyId, CustomerId, PurposeId, RelationshipId, SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { SegmentConditions } from '#schema/segment.ts';
import type { Topic } from '#schema/topic.ts';
import type { EffectivePreference } from '../preference/effective-preference.ts';

/** A person the company may see for one purpose, before any value is read. */
export interface PermittedPerson {
  readonly relationshipId: RelationshipId;
  readonly customerId: CustomerId;
  readonly subject: SubjectId;
  readonly since: Instant;
  readonly fields: readonly FieldId[];
  /** Everything that the version of the grant asks for: what is not among `fields` was not given. */
  readonly asked: readonly FieldId[];
  /** Granted channels, before addresses, preferences and verification. */
  readonly channels: readonly Channel[];
  /** What the version of the grant is about, before preferences; null: anything. */
  readonly topics: readonly Topic[] | null;
}

export interface PeopleQuery {
  readonly companyId: CompanyId;
  readonly purposeId: PurposeId;
  readonly at: Instant;
  /** Absent: everybody permitted. */
  readonly conditions?: SegmentConditions;
}

/** What decides on which channels a person may be addressed, beside the grant. */
export interface ContactFacts extends Omit<EffectivePreference, 'pausedUntil'> {
  readonly verified: readonly Channel[];
}

/**
 * Where SQL decides for speed. The one statement behind list, count and
 * export; a property test holds it against decidePermission.
 *
 * A condition on a field counts only people whose grant for this purpose
 * includes that field; objection purposes open no facts. An unknown value
 * never matches, not even `is-not`. With several values `is` and `any-of` ask
 * for one of them, `is-not` for none of them, `at-least` for the smallest,
 * `at-most` for the largest. An operator that does not fit its field, or a
 * number that is none, matches nobody.
 */
export interface PeopleReader {
  count(query: PeopleQuery): Promise<number>;
  /** In order of subject, after `afterSubject`. */
  page(query: PeopleQuery, afterSubject: SubjectId | null, limit: number): Promise<PermittedPerson[]>;
  /** The same, on a connection of its own: an export never blocks a page. */
  longPage(query: PeopleQuery, afterSubject: SubjectId | null, limit: number): Promise<PermittedPerson[]>;
  /** Those of `subjects` that the same query would contain, in order of subject. */
  bySubjects(query: PeopleQuery, subjects: readonly SubjectId[]): Promise<PermittedPerson[]>;
  /** One entry for each of `customerIds`. */
  contactFacts(
    customerIds: readonly CustomerId[],
    companyId: CompanyId,
  ): Promise<Map<CustomerId, ContactFacts>>;
}
