import type { Company } from '#app/core/company/company.ts';
import type { Look } from '#app/core/disclosure/disclosure-store.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { LookLine } from '#app/screens/me/look-list.tsx';
import type { CompanyId, CustomerId, PurposeId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

interface LookQuery {
  readonly companyId?: CompanyId | undefined;
  readonly before?: Instant | undefined;
  readonly limit: number;
}

/** Who looked, newest first: lists, files, single views and openings of the evidence alike. */
export async function readLooks(
  { storage: { read } }: Pick<Core, 'storage'>,
  customerId: CustomerId,
  query: LookQuery,
): Promise<LookLine[]> {
  const companies = new Map((await read.company.all()).map((company) => [company.id, company]));
  const purposes = new Map<PurposeId, LookLine['purpose']>();
  const lines: LookLine[] = [];
  for (const look of await read.disclosure.looksOfCustomer(customerId, query)) {
    const company = companies.get(look.companyId);
    if (!company) continue;
    const { purposeId } = look;
    if (purposeId && !purposes.has(purposeId)) {
      const purpose = await read.purpose.find(purposeId);
      const version = purpose && (await read.purpose.currentVersion(purposeId));
      purposes.set(purposeId, version ? { slug: purpose.slug, title: version.content.title } : null);
    }
    lines.push(lineOfLook(company, look, (purposeId && purposes.get(purposeId)) ?? null));
  }
  return lines;
}

function lineOfLook(company: Company, look: Look, purpose: LookLine['purpose']): LookLine {
  const { at, role, how, fields, reason, disclosureId } = look;
  const named = { slug: company.slug, name: company.profile.name };
  return { key: disclosureId, at, company: named, role, how, fields, purpose, reason };
}
