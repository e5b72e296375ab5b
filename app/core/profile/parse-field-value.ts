import * as z from 'zod';
import {
  type CatalogueField,
  type FieldId,
  type FieldType,
  type FieldValue,
  fieldShape,
} from '#schema/field.ts';
import { ProfileError, type ProfileErrorCode } from './profile-error.ts';

const MAX_TEXT = 120;

/**
 * What a person typed, as the profile keeps it: trimmed, normalised, checked
 * against the field's type. Undefined: empty, the field is cleared.
 *
 * @param today `YYYY-MM-DD`; a birth date lies before it
 * @throws ProfileError naming the field
 */
export function parseFieldValue(
  field: CatalogueField,
  raw: string | readonly string[],
  today: string,
): FieldValue | undefined {
  return parseShapedValue(field, fieldShape(field), raw, today);
}

/** What a value must look like: a field of the catalogue, or one that a company defined. */
export interface ValueShape {
  readonly type: FieldType;
  readonly options?: readonly string[] | undefined;
}

export function parseShapedValue(
  field: FieldId,
  { type, options }: ValueShape,
  raw: string | readonly string[],
  today: string,
): FieldValue | undefined {
  const refuse = (code: ProfileErrorCode) => new ProfileError(code, { field });
  if (type === 'derived') throw refuse('field-derived');
  if (type === 'choices') {
    const values = (typeof raw === 'string' ? [raw] : raw).filter((value) => value !== '');
    if (values.some((value) => !options?.includes(value))) throw refuse('value-not-offered');
    return values.length === 0 ? undefined : (options ?? []).filter((option) => values.includes(option));
  }
  const text = (typeof raw === 'string' ? raw : (raw[0] ?? ''))
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  if (text === '') return undefined;
  if (text.length > MAX_TEXT) throw refuse('value-too-long');
  switch (type) {
    case 'email': {
      const email = normaliseEmail(text);
      if (!email) throw refuse('value-not-email');
      return email;
    }
    case 'phone': {
      const phone = normalisePhone(text);
      if (!phone) throw refuse('value-not-phone');
      return phone;
    }
    case 'date':
      return parseDate(text, field === 'birth-date' ? today : undefined, refuse);
    case 'postal-code':
      if (!/^\d{4,5}$/.test(text)) throw refuse('value-not-postal-code');
      return text;
    case 'count':
      if (!/^\d{1,2}$/.test(text) || Number(text) < 1 || Number(text) > 20) throw refuse('value-not-count');
      return String(Number(text));
    case 'country':
    case 'choice':
      if (!options?.includes(text)) throw refuse('value-not-offered');
      return text;
    default:
      return text;
  }
}

/** Lower case, trimmed; undefined when it is no address. One spelling, so that the blind index finds it. */
export function normaliseEmail(raw: string): string | undefined {
  const email = raw.trim().toLowerCase();
  return email.length <= MAX_TEXT && z.email().safeParse(email).success ? email : undefined;
}

/** International form `+43…`; `00` becomes `+`. A number without country code is refused rather than guessed. */
export function normalisePhone(raw: string): string | undefined {
  const digits = raw.replace(/[\s()/.-]/g, '').replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : undefined;
}

function parseDate(
  text: string,
  before: string | undefined,
  refuse: (code: ProfileErrorCode) => ProfileError,
): string {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const iso = german ? `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}` : text;
  const date = new Date(`${iso}T00:00:00Z`);
  const real =
    /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  if (!real || iso < '1900-01-01' || iso > '2200-01-01') throw refuse('value-not-date');
  if (before !== undefined && iso >= before) throw refuse('value-in-future');
  return iso;
}
