import type { Look } from '#app/core/disclosure/disclosure-store.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { LookLine } from '#app/screens/me/look-list.tsx';
import type { PurposeId } from '#schema/ids.ts';

type NameLook = (
  look: Look,
  folded: LookLine['folded'],
  statement: string | null,
) => Promise<LookLine | undefined>;

/** Gives looks the names of companies and purposes, each read once. */
export async function createLookNames({ storage: { read } }: Pick<Core, 'storage'>): Promise<NameLook> {
  const companies = new Map((await read.company.all()).map((company) => [company.id, company]));
  const purposes = new Map<PurposeId, LookLine['purpose']>();
  const purposeOf = async (id: PurposeId): Promise<LookLine['purpose']> => {
    const known = purposes.get(id);
    if (known !== undefined) return known;
    const purpose = await read.purpose.find(id);
    const version = purpose && (await read.purpose.currentVersion(id));
    const found = version ? { slug: purpose.slug, title: version.content.title } : null;
    purposes.set(id, found);
    return found;
  };
  return async (look, folded, statement) => {
    const company = companies.get(look.companyId);
    if (!company) return undefined;
    const { disclosureId, at, role, how, fields, reason, purposeId } = look;
    return {
      key: disclosureId,
      at,
      company: { slug: company.slug, name: company.profile.name },
      role,
      how,
      fields,
      purpose: purposeId && (await purposeOf(purposeId)),
      reason,
      folded,
      statement,
    };
  };
}
