import { isCompanyField } from '#schema/company-field.ts';
import { type FieldEntry, FieldId, fieldShape } from '#schema/field.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { OwnExport } from '#schema/own-export.ts';
import { isCatalogueField } from '../profile/derive-value.ts';
import type { Core } from '../shared/core.ts';
import { readOwn } from '../vault/doors/read-own.ts';
import { type Companies, slugOf } from './company-names.ts';

type Exported = OwnExport['profile'][number];

/** Every value with its origin, what stood there before, and for fields of a company's own whose they are. */
export async function collectOwnProfile(
  core: Pick<Core, 'storage' | 'keys'>,
  customerId: CustomerId,
  companies: Companies,
): Promise<Exported[]> {
  const entries = await readOwn(core, customerId);
  const ids = Object.keys(entries).filter(isCompanyField);
  const defined = await core.storage.read.companyField.findMany(ids);
  return Object.entries(entries).flatMap(([name, entry]): Exported[] => {
    const field = FieldId.safeParse(name).data;
    if (!entry || !field) return [];
    if (isCatalogueField(field)) {
      const { group, dpv } = fieldShape(field);
      return [{ field, group, dpv, ...partsOf(entry) }];
    }
    const known = defined.find(({ id }) => id === field);
    if (!known) return [];
    const { label, type, options } = known.content;
    const company = slugOf(companies, known.companyId);
    return [
      {
        field,
        group: 'extra',
        dpv: 'pd:Preference',
        ...partsOf(entry),
        defined: { company, slug: known.slug, label, type, options },
      },
    ];
  });
}

function partsOf({ value, at, source, verifiedAt, confirmedAt, history = [] }: FieldEntry) {
  return {
    value,
    at,
    source,
    verifiedAt,
    ...(confirmedAt ? { confirmedAt } : {}),
    ...(history.length > 0 ? { earlier: history } : {}),
  };
}
