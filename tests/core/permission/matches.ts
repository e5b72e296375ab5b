import fc from 'fast-check';
import { FACT_FIELDS, type FactField, type FieldId, type FieldValue, fieldShape } from '#schema/field.ts';
import { type SegmentCondition, type SegmentConditions, SegmentOperator } from '#schema/segment.ts';
import type { OracleAnswer } from './oracle-table.ts';

/** What a customer's profile holds now. */
export type Known = (customer: number, field: FieldId) => FieldValue | undefined;

const SEVERAL: readonly FactField[] = ['interests', 'needs', 'attitudes'];
const ORDERED: readonly FactField[] = ['birth-decade', 'household-size'];

/**
 * Whether a permitted person belongs to a segment, a second time: a condition
 * holds only on a field that a yes for this purpose includes, and never on a
 * value that is not there.
 */
export function matches(
  { match, conditions }: SegmentConditions,
  answer: OracleAnswer,
  valueOfField: (field: FieldId) => FieldValue | undefined,
): boolean {
  if (conditions.length === 0) return true;
  const held = conditions.map((condition) => {
    const readable = answer.reason === 'granted' && answer.fields.includes(condition.field);
    const value = readable ? valueOfField(condition.field) : undefined;
    return value !== undefined && holds(condition, value);
  });
  return match === 'all' ? held.every(Boolean) : held.some(Boolean);
}

function holds({ field, operator, values }: SegmentCondition, value: FieldValue): boolean {
  const own = typeof value === 'string' ? [value] : value;
  if (SEVERAL.includes(field)) return operator === 'any-of' && own.some((one) => values.includes(one));
  if (ORDERED.includes(field)) {
    const numbers = values.map((one) => (/^-?\d+$/.test(one) ? Number(one) : Number.NaN));
    if (numbers.some(Number.isNaN)) return false;
    const mine = Number(own[0]);
    if (operator === 'at-least') return numbers.some((one) => mine >= one);
    if (operator === 'at-most') return numbers.some((one) => mine <= one);
    return operator === 'is' && numbers.includes(mine);
  }
  if (operator === 'is-not') return !values.includes(own[0] ?? '');
  return (operator === 'is' || operator === 'any-of') && values.includes(own[0] ?? '');
}

const VALUES: Readonly<Partial<Record<FactField, readonly string[]>>> = {
  'postal-region': ['de-10', 'de-49', 'at-67', 'at-68', 'ch-90', 'li-94'],
  'birth-decade': ['1930', '1950', '1960', '1970', '1980', '2000', 'x'],
  'household-size': ['1', '2', '3', '5', '-1', "1' or 1=1"],
};

/** Mostly operators that fit; unfit ones and hostile values as well: nobody matches them. */
function operatorsOf(field: FactField): fc.Arbitrary<SegmentOperator> {
  const fit: SegmentOperator[] = ORDERED.includes(field)
    ? ['is', 'at-least', 'at-most']
    : ['is', 'is-not', 'any-of'];
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...(SEVERAL.includes(field) ? (['any-of'] as const) : fit)) },
    { weight: 1, arbitrary: fc.constantFrom(...SegmentOperator.options) },
  );
}

const condition = (fields: readonly FactField[]): fc.Arbitrary<SegmentCondition> =>
  fc.constantFrom(...fields).chain((field) => {
    const values = VALUES[field] ?? fieldShape(field).options ?? [];
    return fc.record({
      field: fc.constant(field),
      operator: operatorsOf(field),
      values: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 }),
    });
  });

/** @param fields asked about most of the time; now and then any other fact */
export const questions = (fields: readonly FactField[]): fc.Arbitrary<SegmentConditions> =>
  fc.record({
    match: fc.constantFrom('all', 'any'),
    conditions: fc.array(
      fc.oneof({ weight: 6, arbitrary: condition(fields) }, { weight: 1, arbitrary: condition(FACT_FIELDS) }),
      { minLength: 1, maxLength: 3, size: 'xsmall' },
    ),
  });
