import { CATALOGUE_FIELDS, type CatalogueField, type FieldValue } from '#schema/field.ts';
import type { CompanyId } from '#schema/ids.ts';
import { type Language, textIn } from '#schema/language.ts';
import type { ImportedExport } from '#schema/own-export.ts';
import { NO_PREFERENCE, Preference } from '#schema/preference.ts';
import { isTimeZone } from '../preference/quiet-hours.ts';
import { parseFieldValue } from '../profile/parse-field-value.ts';
import { ProfileError } from '../profile/profile-error.ts';
import type { ProfileEntries } from '../vault/doors/read-own.ts';

export interface PlannedField {
  readonly field: CatalogueField;
  readonly value: FieldValue;
}

/** Null: for all companies. */
export interface PlannedWish {
  readonly company: { readonly id: CompanyId; readonly slug: string; readonly name: string } | null;
  readonly here: Preference;
  readonly there: Preference;
  /** Here nothing was ever said: it is simply taken over. */
  readonly isNew: boolean;
}

export type LeftOutReason = 'address' | 'unknown' | 'unfit' | 'not-connected';

/** What a file would change here, decided anew from what holds each time it is shown or carried out. */
export interface ImportPlan {
  readonly newFields: readonly PlannedField[];
  readonly conflicts: readonly (PlannedField & { readonly here: FieldValue })[];
  readonly sameFields: number;
  readonly wishes: readonly PlannedWish[];
  readonly sameWishes: number;
  readonly leftOut: readonly { readonly name: string; readonly why: LeftOutReason }[];
}

export interface HereNow {
  readonly profile: ProfileEntries;
  readonly preference: Preference;
  readonly overrides: ReadonlyMap<CompanyId, Preference>;
  /** Companies that the customer is connected with. */
  readonly companies: readonly { readonly id: CompanyId; readonly slug: string; readonly name: string }[];
  readonly language: Language;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** Pure. Nothing here is overwritten by it; consents are not even looked at. */
export function planImport(file: Omit<ImportedExport, 'format'>, here: HereNow): ImportPlan {
  const newFields: PlannedField[] = [];
  const conflicts: (PlannedField & { here: FieldValue })[] = [];
  const leftOut: { name: string; why: LeftOutReason }[] = [];
  let sameFields = 0;
  for (const { field: name, value: raw, defined } of file.profile) {
    const field = CATALOGUE_FIELDS.find((known) => known === name);
    const value = field && fitting(field, raw, here.today);
    if (field === 'email') leftOut.push({ name, why: 'address' });
    else if (!field)
      leftOut.push({ name: defined ? textIn(defined.label, here.language) : name, why: 'unknown' });
    else if (value === undefined) leftOut.push({ name, why: 'unfit' });
    else {
      const stored = here.profile[field]?.value;
      if (stored === undefined) newFields.push({ field, value });
      else if (isSame(stored, value)) sameFields += 1;
      else conflicts.push({ field, value, here: stored });
    }
  }
  const { wishes, sameWishes, unconnected } = planWishes(file, here);
  for (const name of unconnected) leftOut.push({ name, why: 'not-connected' });
  newFields.sort(inCatalogue);
  conflicts.sort(inCatalogue);
  return { newFields, conflicts, sameFields, wishes, sameWishes, leftOut };
}

const inCatalogue = (a: PlannedField, b: PlannedField): number =>
  CATALOGUE_FIELDS.indexOf(a.field) - CATALOGUE_FIELDS.indexOf(b.field);

function planWishes(file: Pick<ImportedExport, 'preferences' | 'companies'>, here: HereNow) {
  const wishes: PlannedWish[] = [];
  const unconnected: string[] = [];
  let sameWishes = 0;
  for (const { company: slug, ...said } of file.preferences) {
    const there = Preference.safeParse(said).data;
    // A wish of a kind nobody here knows binds nobody here.
    if (!there || isSame(there, NO_PREFERENCE) || !isKept(there)) continue;
    const company = slug === null ? null : here.companies.find((known) => known.slug === slug);
    if (company === undefined) {
      unconnected.push(file.companies.find((known) => known.slug === slug)?.name ?? slug ?? '');
      continue;
    }
    const now = company ? (here.overrides.get(company.id) ?? NO_PREFERENCE) : here.preference;
    if (isSame(now, there)) sameWishes += 1;
    else wishes.push({ company, here: now, there, isNew: isSame(now, NO_PREFERENCE) });
  }
  return { wishes, sameWishes, unconnected };
}

/** Quiet hours of a zone whose clock nobody here can read could not be kept. */
function isKept({ quietHours }: Preference): boolean {
  return typeof quietHours !== 'object' || isTimeZone(quietHours.timeZone);
}

/** As if it had been typed here; undefined: our catalogue has no such value. */
function fitting(field: CatalogueField, raw: FieldValue, today: string): FieldValue | undefined {
  try {
    return parseFieldValue(field, raw, today);
  } catch (error) {
    if (error instanceof ProfileError) return undefined;
    throw error;
  }
}

const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** The order of members says nothing. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
