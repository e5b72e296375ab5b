import { notFound } from '#app/auth/require.ts';
import type { Company } from '#app/core/company/company.ts';
import { undecided } from '#app/core/consent/decide-consent.ts';
import { findStandings, type PurposeStanding } from '#app/core/permission/find-standings.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import type { CompanyName } from '#app/screens/me/view.ts';
import type { Visit } from './visit.server.ts';

/** @throws Response 404 for a slug that no company has */
export async function findCompany({ core }: Visit, slug: string | undefined): Promise<Company> {
  const company = slug ? await core.storage.read.company.findBySlug(slug) : undefined;
  if (!company) throw notFound();
  return company;
}

export const nameOf = ({ slug, profile }: Company): CompanyName => ({ slug, name: profile.name });

/** The portal's only company; undefined when there are more. */
export async function findOnlyCompany({ core }: Visit): Promise<Company | undefined> {
  const all = await core.storage.read.company.all();
  return all.length === 1 ? all[0] : undefined;
}

export interface CompanyCase {
  readonly company: Company;
  /** Undefined: not connected. */
  readonly relationship: Relationship | undefined;
  /** As they stand, or as they would once connected. */
  readonly standings: readonly PurposeStanding[];
}

/** A company and what stands there; before connecting, its purposes as they would be asked. */
export async function readCompanyCase(visit: Visit, company: Company): Promise<CompanyCase> {
  const { core, customer, at } = visit;
  const { read } = core.storage;
  const relationship = await read.relationship.findLive(customer.id, company.id);
  if (relationship) {
    return { company, relationship, standings: await findStandings(read, relationship, at) };
  }
  const standings = (await read.purpose.current(company.id)).map(({ purpose, version }): PurposeStanding => {
    const permission = {
      allowed: false,
      reason: 'undecided' as const,
      fields: [],
      channels: [],
      topics: [],
      askAgainAt: null,
      againAt: null,
    };
    return {
      purpose,
      current: version,
      granted: null,
      consent: undefined,
      standing: undecided(purpose.basis),
      permission,
    };
  });
  return { company, relationship, standings };
}
