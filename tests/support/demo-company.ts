import { COMPANIES, type CompanySlug } from '#app/cli/seed/content/companies.ts';
import { COMPANY_FIELDS } from '#app/cli/seed/content/company-fields.ts';
import { NOTICES } from '#app/cli/seed/content/notices.ts';
import { PURPOSES } from '#app/cli/seed/content/purposes.ts';
import { addCompany } from '#app/core/company/add-company.ts';
import type { Company } from '#app/core/company/company.ts';
import { releaseNotice } from '#app/core/company/release-notice.ts';
import type { CurrentPurpose } from '#app/core/purpose/purpose-store.ts';
import { releasePurpose } from '#app/core/purpose/release-purpose.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { CompanyId, StaffId } from '#schema/ids.ts';
import { Slug } from '#schema/ids.ts';

export interface DemoCompany {
  readonly company: Company;
  /** One of its purposes with the version that is asked for now. */
  purpose(slug: string): Promise<CurrentPurpose>;
  /** Releases the same purpose again as a change, without new words. */
  change(slug: string): Promise<void>;
}

/** A company of the demo with its newest texts, through the acts that really add one. Nobody is its customer. */
export async function addDemoCompany(core: Core, slug: CompanySlug): Promise<DemoCompany> {
  const company = await addCompany(core, Slug.parse(slug), COMPANIES[slug]);
  const notice = NOTICES.find((planned) => planned.company === slug);
  if (notice) await releaseNotice(core, company.id, Object.values(notice.contents));
  await addFields(core, company.id, slug);
  for (const [position, planned] of PURPOSES[slug].entries()) {
    const newest = planned.versions[planned.versions.length - 1] ?? planned.versions[0];
    await releasePurpose(core, {
      companyId: company.id,
      slug: Slug.parse(planned.slug),
      position,
      content: newest.content,
      kind: 'first',
      oldScopeUntil: null,
    });
  }
  const purpose = async (name: string): Promise<CurrentPurpose> => {
    const all = await core.storage.read.purpose.current(company.id);
    const found = all.find((current) => current.purpose.slug === name);
    if (!found) throw new Error(`${slug} has no purpose ${name}`);
    return found;
  };
  return {
    company,
    purpose,
    change: async (name) => {
      const { purpose: known, version } = await purpose(name);
      await releasePurpose(core, {
        companyId: company.id,
        slug: known.slug,
        position: known.position,
        content: version.content,
        kind: 'change',
        oldScopeUntil: core.world.now(),
      });
    },
  };
}

/** Fields of the company's own, as if its staff had released them long ago. */
function addFields(core: Core, companyId: CompanyId, slug: CompanySlug): Promise<void> {
  const by = '0'.repeat(32) as StaffId;
  const at = core.world.now();
  return core.storage.transact(async (tx) => {
    for (const [position, planned] of COMPANY_FIELDS.entries()) {
      if (planned.company !== slug || !planned.released) continue;
      const { id, content } = planned;
      const stated = { createdBy: by, createdAt: at, releasedBy: by, releasedAt: at, retiredAt: null };
      await tx.companyField.insert({
        id,
        companyId,
        slug: Slug.parse(planned.slug),
        content,
        position,
        ...stated,
      });
    }
  });
}
