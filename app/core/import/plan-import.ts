import type { CompanyId } from '#schema/ids.ts';
import { Language } from '#schema/language.ts';
import type { ImportedExport } from '#schema/own-export.ts';
import { NO_PREFERENCE, Preference } from '#schema/preference.ts';
import { isTimeZone } from '../preference/quiet-hours.ts';
import { isSame } from './is-same.ts';
import { type FieldPlan, type FieldsHere, planFields } from './plan-fields.ts';

/** Null: for all companies. */
export interface PlannedWish {
  readonly company: { readonly id: CompanyId; readonly slug: string; readonly name: string } | null;
  readonly here: Preference;
  readonly there: Preference;
  /** Here nothing was ever said: it is simply taken over. */
  readonly isNew: boolean;
}

export type LeftOutReason = 'address' | 'unknown' | 'unfit' | 'not-connected';
export interface LeftOut {
  readonly name: string;
  readonly why: LeftOutReason;
}

/** What a file would change here, decided anew from what holds each time it is shown or carried out. */
export interface ImportPlan extends FieldPlan {
  readonly wishes: readonly PlannedWish[];
  readonly sameWishes: number;
  /** Of pages and mails; null: the file says the same, or nothing that is spoken here. */
  readonly language: { readonly here: Language; readonly there: Language } | null;
  readonly leftOut: readonly LeftOut[];
}

export interface HereNow extends FieldsHere {
  readonly preference: Preference;
  readonly overrides: ReadonlyMap<CompanyId, Preference>;
  /** Companies that the customer is connected with. */
  readonly companies: FieldsHere['allCompanies'];
}

/** Pure. Nothing here is overwritten by it; consents are not even looked at. */
export function planImport(file: Omit<ImportedExport, 'format'>, here: HereNow): ImportPlan {
  const leftOut: LeftOut[] = [];
  const fields = planFields(file.profile, here, leftOut);
  const { wishes, sameWishes, unconnected } = planWishes(file, here);
  for (const name of unconnected) leftOut.push({ name, why: 'not-connected' });
  const there = Language.safeParse(file.customer?.language).data;
  const language = there && there !== here.language ? { here: here.language, there } : null;
  return { ...fields, wishes, sameWishes, language, leftOut };
}

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
