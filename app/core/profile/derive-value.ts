import {
  type CatalogueField,
  FIELDS,
  type FieldGroup,
  type FieldId,
  type FieldValue,
  fieldShape,
} from '#schema/field.ts';
import type { ProfileEntries } from '../vault/doors/read-own.ts';

/**
 * The value of a field, entered or derived: region from the postal code
 * (`at-69`), decade and birthday from the birth date (`1980`, `12-24`).
 * Undefined: not entered, or nothing to derive it from.
 */
export function profileValue(field: FieldId, entries: ProfileEntries): FieldValue | undefined {
  switch (field) {
    case 'postal-region': {
      const code = text(entries['postal-code']?.value);
      const country = text(entries['country']?.value);
      return code && country ? `${country}-${code.slice(0, 2)}` : undefined;
    }
    case 'birth-decade': {
      const date = text(entries['birth-date']?.value);
      return date && `${date.slice(0, 3)}0`;
    }
    case 'birthday':
      return text(entries['birth-date']?.value)?.slice(5);
    default:
      return entries[field]?.value;
  }
}

/** Everything that must be entered so that `field` has a value: a region needs the country as well as the code. */
export function enteredFields(field: CatalogueField): CatalogueField[] {
  return field === 'postal-region' ? ['country', 'postal-code'] : [enteredField(field)];
}

/** The field that must be entered so that `field` has a value. */
export function enteredField(field: CatalogueField): CatalogueField {
  const { from } = fieldShape(field);
  return from !== undefined && isCatalogueField(from) ? from : field;
}

/** The blob that holds a field, or what it is derived from. What companies defined lies together. */
export function groupOf(field: FieldId): FieldGroup {
  return isCatalogueField(field) ? FIELDS[enteredField(field)].group : 'extra';
}

/** The blobs that must be opened to know these fields. */
export function groupsOf(fields: readonly FieldId[]): FieldGroup[] {
  return [...new Set(fields.map(groupOf))];
}

export function isCatalogueField(field: string): field is CatalogueField {
  return Object.hasOwn(FIELDS, field);
}

function text(value: FieldValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
