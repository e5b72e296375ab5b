import { expect, test } from 'vitest';
import { fieldLabel, fieldValueText, optionLabel } from '#app/i18n/field-words.ts';
import { createI18n } from '#app/i18n/i18n-context.tsx';
import { CompanyFieldId, FIELDS, type FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';

const now = '2026-01-21T10:00:00.000Z' as Instant;
const german = createI18n('de-AT', now);
const english = createI18n('en', now);
const ofCompany = CompanyFieldId.parse(`x-${'0'.repeat(32)}`);

test('every field has a name, a field of a company a general one', () => {
  expect(fieldLabel(german.t, 'given-name')).toBe('Vorname');
  expect(fieldLabel(english.t, ofCompany)).toBe('A detail this company asks for');
});

test('every option of every list has a word of its own', () => {
  for (const [field, shape] of Object.entries(FIELDS)) {
    if (!('options' in shape)) continue;
    const words = shape.options.map((option) => optionLabel(german.t, field as keyof typeof FIELDS, option));
    expect(new Set(words).size).toBe(shape.options.length);
    for (const word of words) expect(word).not.toContain('field.option');
  }
});

test.each([
  ['birth-date', '1984-01-14', '14. Jänner 1984', '14 January 1984'],
  ['birthday', '01-14', '14. Jänner', '14 January'],
  ['birth-decade', '1980', '1980 bis 1989', '1980 to 1989'],
  ['postal-region', 'at-50', 'Österreich, Postleitzahl 50…', 'Austria, postal code 50…'],
  ['country', 'at', 'Österreich', 'Austria'],
  ['interests', ['coffee', 'baking', 'family'], 'Kaffee, Backen und Familie', 'coffee, baking and family'],
  ['household-size', '3', '3', '3'],
  ['given-name', 'constructor', 'constructor', 'constructor'],
  ['heating', 'toString', 'toString', 'toString'],
  ['birth-date', 'neulich', 'neulich', 'neulich'],
  [ofCompany, 'blau', 'blau', 'blau'],
] as const)('%s %s', (field, value, inGerman, inEnglish) => {
  const stored = typeof value === 'string' ? value : [...value];
  expect(fieldValueText(german, field as FieldId, stored)).toBe(inGerman);
  expect(fieldValueText(english, field as FieldId, stored)).toBe(inEnglish);
});
