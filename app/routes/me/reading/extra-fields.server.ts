import { isAsked } from '#app/core/company-field/company-field.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { ProfileEntries } from '#app/core/vault/doors/read-own.ts';
import type { CompanyName } from '#app/screens/me/view.ts';
import type { CompanyFieldId } from '#schema/field.ts';
import type { CustomerId } from '#schema/ids.ts';

/** A field that a company defined, as it stands in this customer's profile. */
export interface ExtraField {
  readonly id: CompanyFieldId;
  readonly company: CompanyName;
}

/** What connected companies ask for, and whatever was once entered: it stays the customer's own. */
export async function readExtraFields(
  { storage: { read } }: Pick<Core, 'storage'>,
  customerId: CustomerId,
  entries: ProfileEntries,
): Promise<ExtraField[]> {
  const released = await read.companyField.released();
  if (released.length === 0) return [];
  const connected = new Set((await read.relationship.ofCustomer(customerId)).map((one) => one.companyId));
  const shown = released
    .filter((field) => entries[field.id] !== undefined || (isAsked(field) && connected.has(field.companyId)))
    .sort((a, b) => a.companyId.localeCompare(b.companyId) || a.position - b.position);
  const extra: ExtraField[] = [];
  for (const { id, companyId } of shown) {
    const company = await read.company.find(companyId);
    if (company) extra.push({ id, company: { slug: company.slug, name: company.profile.name } });
  }
  return extra;
}
