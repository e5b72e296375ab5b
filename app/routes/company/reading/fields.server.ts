import type { Company } from '#app/core/company/company.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import type { OwnField } from '#app/screens/company/fields-view.ts';
import type { StaffId } from '#schema/ids.ts';

/**
 * The company's own fields, proposals first.
 *
 * @param called how somebody of the staff is called on the page, to their id
 */
export async function readOwnFields(
  { storage: { read } }: Pick<Core, 'storage'>,
  company: Company,
  staff: Staff,
  called: (id: StaffId) => string,
): Promise<OwnField[]> {
  const purposes = await read.purpose.current(company.id);
  const fields = await read.companyField.ofCompany(company.id);
  const rank = ({ releasedAt, retiredAt }: (typeof fields)[number]) => (retiredAt ? 2 : releasedAt ? 1 : 0);
  return [...fields]
    .sort((a, b) => rank(a) - rank(b) || a.position - b.position)
    .map((field) => ({
      id: field.id,
      content: field.content,
      by: called(field.createdBy),
      createdAt: field.createdAt,
      releasedBy: field.releasedBy && called(field.releasedBy),
      releasedByReader: field.releasedBy === staff.id,
      releasedAt: field.releasedAt,
      retiredAt: field.retiredAt,
      usedBy: purposes
        .filter(({ version }) => version.content.fields.some((asked) => asked.field === field.id))
        .map(({ version }) => version.content.title),
      mayRelease: !field.releasedAt && staff.roles.includes('owner') && field.createdBy !== staff.id,
      own: field.createdBy === staff.id,
    }));
}
