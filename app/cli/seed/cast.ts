import { addCompany } from '#app/core/company/add-company.ts';
import type { Company } from '#app/core/company/company.ts';
import type { Core } from '#app/core/shared/core.ts';
import { addStaff } from '#app/core/staff/add-staff.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import { evidenceKeyId, profileKeyId } from '#app/core/vault/places.ts';
import type { CustomerId, FactId, RelationshipId, Slug, SubjectId } from '#schema/ids.ts';
import { COMPANIES, COMPANY_SLUGS, type CompanySlug } from './content/companies.ts';
import { STAFF } from './content/staff.ts';
import type { PlannedPerson } from './plan/planned-person.ts';
import type { Population } from './plan/population.ts';

/** A planned customer with the ids that the replay gave. */
export interface SeedPerson {
  readonly planned: PlannedPerson;
  readonly customerId: CustomerId;
  readonly factId: FactId;
  /** Their evidence keys exist before the first act. */
  readonly relationshipIds: Readonly<Record<CompanySlug, RelationshipId>>;
  /** Known once connected. */
  readonly subjects: Map<CompanySlug, SubjectId>;
}

/** Everybody and everything that acts refer to by slug. */
export interface Cast {
  readonly companies: Readonly<Record<CompanySlug, Company>>;
  readonly staff: ReadonlyMap<string, Staff>;
  readonly people: ReadonlyMap<string, SeedPerson>;
}

const KEYS_AT_ONCE = 500;

/** Adds companies and staff, and creates all keys in bulk: one flush for hundreds instead of one each. */
export async function createCast(core: Core, { people }: Population): Promise<Cast> {
  const companies = {} as Record<CompanySlug, Company>;
  for (const slug of COMPANY_SLUGS) companies[slug] = await addCompany(core, slug as Slug, COMPANIES[slug]);
  const staff = new Map<string, Staff>();
  for (const { slug, company, email, name, roles, language } of STAFF) {
    const companyId = company && companies[company].id;
    staff.set(slug, await addStaff(core, { companyId, email, name, roles, language }));
  }
  const cast = new Map(people.map((planned) => [planned.slug, personOf(core, planned)]));
  const keyIds = [...cast.values()].flatMap(({ customerId, relationshipIds }) => [
    profileKeyId(customerId),
    ...Object.values(relationshipIds).map(evidenceKeyId),
  ]);
  for (let from = 0; from < keyIds.length; from += KEYS_AT_ONCE) {
    await core.keys.createMany(keyIds.slice(from, from + KEYS_AT_ONCE));
  }
  return { companies, staff, people: cast };
}

function personOf({ world }: Core, planned: PlannedPerson): SeedPerson {
  const relationshipIds = {} as Record<CompanySlug, RelationshipId>;
  for (const slug of COMPANY_SLUGS) relationshipIds[slug] = world.newId() as RelationshipId;
  return {
    planned,
    customerId: world.newId() as CustomerId,
    factId: world.newId() as FactId,
    relationshipIds,
    subjects: new Map(),
  };
}
