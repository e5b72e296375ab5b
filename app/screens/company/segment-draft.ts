import { type FactField, fieldShape } from '#schema/field.ts';
import { MULTI_VALUED_FACTS, NUMERIC_FACTS, type SegmentOperator } from '#schema/segment.ts';

/** A condition as it stands in the form; values as typed. */
export interface DraftRow {
  readonly field: FactField;
  readonly operator: SegmentOperator;
  readonly values: readonly string[];
  /** What a region was typed as. */
  readonly text: string;
  readonly problem: 'missing' | 'region' | null;
  /** What of the text is no region. */
  readonly wrongPart?: string;
}

export interface SegmentDraft {
  readonly match: 'all' | 'any';
  readonly rows: readonly DraftRow[];
  readonly name: string;
}

export const MAX_CONDITIONS = 10;

/** How a fact is asked for: `is` with one value says the same as `any-of` and is not offered beside it. */
export function offeredOperators(field: FactField): readonly SegmentOperator[] {
  if (MULTI_VALUED_FACTS.includes(field)) return ['any-of'];
  return NUMERIC_FACTS.includes(field) ? ['at-least', 'at-most', 'is'] : ['any-of', 'is-not'];
}

/** The values to choose from; undefined: typed, because there are too many. */
export function offeredValues(field: FactField): readonly string[] | undefined {
  if (field === 'postal-region') return undefined;
  if (field === 'birth-decade') return range(1920, 2010, 10);
  if (field === 'household-size') return range(1, 10, 1);
  return fieldShape(field).options ?? [];
}

function range(from: number, to: number, step: number): string[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => String(from + index * step));
}
