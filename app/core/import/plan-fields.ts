import { CATALOGUE_FIELDS, type FieldId, type FieldValue } from '#schema/field.ts';
import type { CompanyId } from '#schema/ids.ts';
import { type Language, textIn } from '#schema/language.ts';
import type { ImportedExport } from '#schema/own-export.ts';
import { type CompanyField, isAsked, shapeOf } from '../company-field/company-field.ts';
import { parseFieldValue, parseShapedValue } from '../profile/parse-field-value.ts';
import { ProfileError } from '../profile/profile-error.ts';
import type { ProfileEntries } from '../vault/doors/read-own.ts';
import { isSame } from './is-same.ts';
import type { LeftOut } from './plan-import.ts';

export interface PlannedField {
  readonly field: FieldId;
  /** Whose field it is, for one that a company here asks for beyond the catalogue. */
  readonly company: string | null;
  readonly value: FieldValue;
}

export interface FieldPlan {
  readonly newFields: readonly PlannedField[];
  readonly conflicts: readonly (PlannedField & { readonly here: FieldValue })[];
  readonly sameFields: number;
}

export interface FieldsHere {
  readonly profile: ProfileEntries;
  readonly companyFields: readonly CompanyField[];
  /** All companies of this portal. */
  readonly allCompanies: readonly { readonly id: CompanyId; readonly slug: string; readonly name: string }[];
  readonly language: Language;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** What of the file's values has a place here. What a company defined there has one where a company of that name asks the same. */
export function planFields(
  profile: ImportedExport['profile'],
  here: FieldsHere,
  leftOut: LeftOut[],
): FieldPlan {
  const newFields: PlannedField[] = [];
  const conflicts: (PlannedField & { here: FieldValue })[] = [];
  let sameFields = 0;
  for (const one of profile) {
    if (one.field === 'email') {
      leftOut.push({ name: one.field, why: 'address' });
      continue;
    }
    const place = placeOf(one, here);
    if (!place) {
      const name = one.defined ? textIn(one.defined.label, here.language) : one.field;
      leftOut.push({ name, why: 'unknown' });
      continue;
    }
    const value = fitting(() => place.parse(one.value));
    const { field, company } = place;
    if (value === undefined) {
      leftOut.push({ name: one.defined ? textIn(one.defined.label, here.language) : field, why: 'unfit' });
      continue;
    }
    const stored = here.profile[field]?.value;
    if (stored === undefined) newFields.push({ field, company, value });
    else if (isSame(stored, value)) sameFields += 1;
    else conflicts.push({ field, company, value, here: stored });
  }
  return { newFields: newFields.sort(inOrder), conflicts: conflicts.sort(inOrder), sameFields };
}

interface Place {
  readonly field: FieldId;
  readonly company: string | null;
  readonly parse: (raw: FieldValue) => FieldValue | undefined;
}

function placeOf(
  { field: name, defined }: ImportedExport['profile'][number],
  { companyFields, allCompanies, today }: FieldsHere,
): Place | undefined {
  const known = CATALOGUE_FIELDS.find((field) => field === name);
  if (known) return { field: known, company: null, parse: (raw) => parseFieldValue(known, raw, today) };
  const company = defined?.company && allCompanies.find(({ slug }) => slug === defined.company);
  const own =
    company &&
    companyFields.find(
      (field) => field.companyId === company.id && field.slug === defined.slug && isAsked(field),
    );
  if (!company || !own) return undefined;
  const { id } = own;
  return { field: id, company: company.name, parse: (raw) => parseShapedValue(id, shapeOf(own), raw, today) };
}

/** As if it had been typed here; undefined: there is no such value here. */
function fitting(parse: () => FieldValue | undefined): FieldValue | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof ProfileError) return undefined;
    throw error;
  }
}

const rank = ({ field }: PlannedField): number => {
  const place = (CATALOGUE_FIELDS as readonly string[]).indexOf(field);
  return place < 0 ? CATALOGUE_FIELDS.length : place;
};
const inOrder = (a: PlannedField, b: PlannedField): number => rank(a) - rank(b);
