import { notFound } from '#app/auth/require.ts';
import type { CurrentPurpose } from '#app/core/purpose/purpose-store.ts';
import type { PurposeName, PurposeOption } from '#app/screens/company/view.ts';
import type { StaffVisit } from './visit.server.ts';

/** Purposes that open data: contract and legal duty never do. */
export async function readOpenPurposes({
  core,
  company,
}: Pick<StaffVisit, 'core' | 'company'>): Promise<CurrentPurpose[]> {
  const current = await core.storage.read.purpose.current(company.id);
  return current.filter(({ purpose }) => purpose.basis === 'consent' || purpose.basis === 'objection');
}

/** @throws Response 404, the same for another company's purpose and for one that opens nothing */
export async function findOpenPurpose(visit: StaffVisit, slug: string | null): Promise<CurrentPurpose> {
  const found = (await readOpenPurposes(visit)).find(({ purpose }) => purpose.slug === slug);
  if (!found) throw notFound();
  return found;
}

export function nameOf({ purpose, version }: CurrentPurpose): PurposeName {
  return { slug: purpose.slug, title: version.content.title };
}

export async function readPurposeOptions(visit: StaffVisit): Promise<PurposeOption[]> {
  const { core, company, at } = visit;
  const options = await Promise.all(
    (await readOpenPurposes(visit)).map(async (current) => ({
      ...nameOf(current),
      fields: current.version.content.fields.map(({ field }) => field),
      visible: await core.storage.read.people.count({
        companyId: company.id,
        purposeId: current.purpose.id,
        at,
      }),
    })),
  );
  // In the order of the first page.
  return options.sort((a, b) => b.visible - a.visible);
}
