import { CompanyProfile } from '#schema/company.ts';
import type { CompanyId, Slug } from '#schema/ids.ts';
import { CompanySlug } from '#schema/reserved-slug.ts';
import type { Core } from '../shared/core.ts';
import type { Company } from './company.ts';

/** Adds a company to the portal. Its purposes and notices are released apart. */
export function addCompany(
  core: Pick<Core, 'storage' | 'world'>,
  slug: Slug,
  profile: CompanyProfile,
): Promise<Company> {
  const company: Company = {
    id: core.world.newId() as CompanyId,
    slug: CompanySlug.parse(slug),
    profile: CompanyProfile.parse(profile),
    createdAt: core.world.now(),
  };
  return core.storage.transact(async (tx) => {
    await tx.company.insert(company);
    return company;
  });
}
