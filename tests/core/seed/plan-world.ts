import type { CompanySlug } from '#app/cli/seed/content/companies.ts';
import { STAFF } from '#app/cli/seed/content/staff.ts';
import type { PlannedPerson } from '#app/cli/seed/plan/planned-person.ts';
import type { Consent } from '#app/core/consent/consent.ts';
import { undecided } from '#app/core/consent/decide-consent.ts';
import type { PurposeVersion } from '#app/core/purpose/purpose.ts';
import type { Channel } from '#schema/channel.ts';
import type { FieldEntry } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';

/** What a portal would know after some acts of a plan: just enough to ask the core's own pure rules about the next. */
export interface PlanWorld {
  readonly released: Map<string, PurposeVersion[]>;
  readonly notices: Set<string>;
  readonly segments: Set<string>;
  /** Open rights requests. */
  readonly requests: Set<string>;
  readonly planned: ReadonlyMap<string, PlannedPerson>;
  readonly people: Map<string, PersonWorld>;
  readonly customerNumbers: Set<string>;
  /** Conversations by `person/company/title`: when they began to wait, null once answered. */
  readonly talks: Map<string, Instant | null>;
}

export interface PersonWorld {
  confirmed: boolean;
  readonly via: 'web' | 'join';
  readonly registeredAt: Instant;
  readonly entries: Record<string, FieldEntry>;
  readonly verified: Set<Channel>;
  readonly relationships: Map<CompanySlug, RelationshipWorld>;
  readonly pausedUntil: Map<CompanySlug | null, Instant>;
  readonly channelsOff: Map<CompanySlug | null, string>;
}

export interface RelationshipWorld {
  readonly answers: Map<string, AnswerWorld>;
  restrictedAt: Instant | null;
}

export type AnswerWorld = Pick<Consent, 'standing' | 'noSince' | 'previous'> & { readonly lastKind: string };

export function newWorld(people: readonly PlannedPerson[]): PlanWorld {
  return {
    released: new Map(),
    notices: new Set(),
    segments: new Set(),
    requests: new Set(),
    planned: new Map(people.map((person) => [person.slug, person])),
    people: new Map(),
    customerNumbers: new Set(),
    talks: new Map(),
  };
}

/** Throws what is wrong with an act; the checker puts the act beside it. */
export function must(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Error(rule);
}

export function getPerson(world: PlanWorld, slug: string): PersonWorld {
  const person = world.people.get(slug);
  must(person !== undefined, 'person not registered');
  return person;
}

export function getRelationship(person: PersonWorld, company: CompanySlug): RelationshipWorld {
  const relationship = person.relationships.get(company);
  must(relationship !== undefined, 'not connected');
  return relationship;
}

export function getVersions(world: PlanWorld, company: CompanySlug, purpose: string): PurposeVersion[] {
  const versions = world.released.get(`${company}/${purpose}`);
  must(versions !== undefined, 'purpose not released');
  return versions;
}

export function getCurrent(world: PlanWorld, company: CompanySlug, purpose: string): PurposeVersion {
  const current = getVersions(world, company, purpose).at(-1);
  must(current !== undefined, 'purpose has no version');
  return current;
}

export function getAnswer(relationship: RelationshipWorld, current: PurposeVersion): AnswerWorld {
  const fresh = { standing: undecided(current.content.basis), noSince: null, previous: null, lastKind: '' };
  return relationship.answers.get(current.purposeId) ?? fresh;
}

export function isStaff(slug: string, role: string, company: string): boolean {
  return STAFF.some(
    (staff) => staff.slug === slug && staff.company === company && staff.roles.some((r) => r === role),
  );
}
