import { enteredFields, isCatalogueField, profileValue } from '#app/core/profile/derive-value.ts';
import type { ProfileEntries } from '#app/core/vault/doors/read-own.ts';
import type { FieldId } from '#schema/field.ts';
import type { PurposeContent } from '#schema/purpose.ts';

/** What has to be filled in so that each required field has a value; of a derived field, what it comes from. */
export function missingFields(content: PurposeContent, entries: ProfileEntries): FieldId[] {
  const required = content.fields.filter((field) => field.required).map(({ field }) => field);
  const sources = required.filter((field) => profileValue(field, entries) === undefined).flatMap(sourcesOf);
  return [...new Set(sources)].filter((field) => field !== 'email' && entries[field] === undefined);
}

/** The entered fields behind these: the region needs the country beside the postal code. */
export function sourcesOf(field: FieldId): FieldId[] {
  return isCatalogueField(field) ? enteredFields(field) : [field];
}

/** Everything that must be read to show these fields and to know what is missing. */
export function fieldsToRead(fields: readonly FieldId[]): FieldId[] {
  return fields.flatMap(sourcesOf);
}
