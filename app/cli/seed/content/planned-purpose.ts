import type { FieldId } from '#schema/field.ts';
import type { LocalizedText } from '#schema/language.ts';
import type { PurposeContent, PurposeField, ReleaseKind } from '#schema/purpose.ts';

/** One text of a purpose, number 1, 2, … in the order of `versions`. */
export interface PlannedVersion {
  readonly kind: ReleaseKind;
  readonly content: PurposeContent;
  /** Whole calendar months before the `now` of the plan. */
  readonly releasedMonthsAgo: number;
  /** Only with a `change`: for so many months after it earlier grants keep their old scope. */
  readonly oldScopeMonths?: number;
}

export interface PlannedPurpose {
  readonly slug: string;
  readonly versions: readonly [PlannedVersion, ...PlannedVersion[]];
}

/** All first versions stood before the first customer came. */
export const FIRST_RELEASE_MONTHS_AGO = 13;

export function firstVersion(content: PurposeContent): PlannedVersion {
  return { kind: 'first', content, releasedMonthsAgo: FIRST_RELEASE_MONTHS_AGO };
}

export function required(...fields: FieldId[]): PurposeField[] {
  return fields.map((field) => ({ field, required: true }));
}

export function optional(...fields: FieldId[]): PurposeField[] {
  return fields.map((field) => ({ field, required: false }));
}

/** What stands as the legal note of every consent under the GDPR. */
export const ONLY_WITH_YOUR_YES: LocalizedText = {
  de: 'Wir tun das nur mit Ihrem Ja (Art. 6 Abs. 1 lit. a DSGVO). Sie können es jederzeit zurücknehmen.',
  en: 'We do this only with your yes (Art. 6(1)(a) GDPR). You can take it back at any time.',
};

/** The same under Swiss law; for people in the Union the GDPR applies as well. */
export const ONLY_WITH_YOUR_YES_CH: LocalizedText = {
  de: 'Wir tun das nur mit Ihrem Ja (Art. 6 Abs. 6 DSG, Art. 6 Abs. 1 lit. a DSGVO). Sie können es jederzeit zurücknehmen.',
  en: 'We do this only with your yes (Art. 6(6) FADP, Art. 6(1)(a) GDPR). You can take it back at any time.',
};

export const UNTIL_TAKEN_BACK: LocalizedText = {
  de: 'Bis Sie Ihr Ja zurücknehmen. Dann löschen wir die Daten in 30 Tagen.',
  en: 'Until you take back your yes. Then we delete the data within 30 days.',
};
