import {
  type DraftRow,
  MAX_CONDITIONS,
  offeredOperators,
  offeredValues,
  type SegmentDraft,
} from '#app/screens/company/segment-draft.ts';
import { FACT_FIELDS, type FactField, fieldShape } from '#schema/field.ts';
import type { SegmentConditions } from '#schema/segment.ts';

/** Of a query or of a form. */
export interface Params {
  get(name: string): unknown;
  getAll(name: string): readonly unknown[];
  has(name: string): boolean;
}

/**
 * The form as it stands, one button press later: the row that was added is
 * there, the one that was removed is gone. A field that the purpose does not
 * ask for is no row.
 */
export function readDraft(params: Params, offered: readonly FactField[]): SegmentDraft {
  const fields = offered.filter((field) => FACT_FIELDS.includes(field));
  const removed = params.has('remove') ? Number(params.get('remove')) : -1;
  const rows: DraftRow[] = [];
  for (let index = 0; index < MAX_CONDITIONS; index++) {
    const field = fields.find((known) => known === params.get(`field-${index}`));
    if (field && index !== removed) rows.push(readRow(params, field, index));
  }
  const added = params.get('do') === 'add' ? fields.find((known) => known === params.get('add')) : undefined;
  if (added && rows.length < MAX_CONDITIONS) rows.push(emptyRow(added));
  const name = params.get('name');
  return {
    match: params.get('match') === 'any' ? 'any' : 'all',
    rows,
    name: typeof name === 'string' ? name : '',
  };
}

/** What can be counted: rows that are whole. */
export function conditionsOf({ match, rows }: SegmentDraft): SegmentConditions {
  return {
    match,
    conditions: rows
      .filter(({ problem }) => problem === null)
      .map(({ field, operator, values }) => ({ field, operator, values: [...values] })),
  };
}

function emptyRow(field: FactField): DraftRow {
  const [operator = 'any-of'] = offeredOperators(field);
  return { field, operator, values: [], text: '', problem: 'missing' };
}

function readRow(params: Params, field: FactField, index: number): DraftRow {
  const empty = emptyRow(field);
  const asked = offeredOperators(field).find((known) => known === params.get(`operator-${index}`));
  const sent = params.getAll(`value-${index}`).filter((value) => typeof value === 'string');
  const offered = offeredValues(field);
  const row = { ...empty, operator: asked ?? empty.operator };
  if (!offered) return { ...row, ...readRegions(sent[0] ?? '') };
  const values = offered.filter((value) => sent.includes(value));
  return { ...row, values, problem: values.length === 0 ? 'missing' : null };
}

const MOST_REGIONS = 20;

function regionOf(part: string): string | undefined {
  const [, country = '', digits] = /^([a-z]{2})[\s-]*(\d{2})$/.exec(part) ?? [];
  return fieldShape('country').options?.includes(country) ? `${country}-${digits}` : undefined;
}

/** "AT 68, de-88" as the facts have it: `at-68`, `de-88`. */
function readRegions(text: string): Pick<DraftRow, 'text' | 'values' | 'problem' | 'wrongPart'> {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim().toLowerCase())
    .filter(Boolean);
  if (parts.length === 0) return { text, values: [], problem: 'missing' };
  const values = parts.map(regionOf);
  const wrong = values.findIndex((value, index) => value === undefined || index >= MOST_REGIONS);
  if (wrong >= 0) return { text, values: [], problem: 'region', wrongPart: parts[wrong] ?? '' };
  return { text, values: [...new Set(values.filter((value) => value !== undefined))], problem: null };
}
