import type { FactReader, Facts, FactWriter } from '#app/core/segment/fact-store.ts';
import type { FactField } from '#schema/field.ts';
import type { FactId } from '#schema/ids.ts';
import { MULTI_VALUED_FACTS } from '#schema/segment.ts';
import type { Reader, Writer } from '../connections.ts';
import { insertRows, select, write } from '../statement.ts';
import type { SegmentFactRow } from '../tables/segment.ts';

/** Single-valued facts and their columns in the wide row. */
export const FACT_COLUMNS = {
  country: 'country',
  'postal-region': 'postal_region',
  'birth-decade': 'birth_decade',
  'household-size': 'household_size',
  'home-type': 'home_type',
  'preferred-language': 'preferred_language',
} as const satisfies Partial<Record<FactField, keyof SegmentFactRow>>;

const COLUMNS = Object.entries(FACT_COLUMNS) as [keyof typeof FACT_COLUMNS, keyof SegmentFactRow][];

const byId = select((db, p: { factId: string }) =>
  db.selectFrom('segment_fact').selectAll().where('fact_id', '=', p.factId),
);
const valuesOf = select((db, p: { factId: string }) =>
  db
    .selectFrom('segment_fact_value')
    .select(['field', 'value'])
    .where('fact_id', '=', p.factId)
    .orderBy('field')
    .orderBy('value'),
);
const removeRow = write((db, p: { factId: string }) =>
  db.deleteFrom('segment_fact').where('fact_id', '=', p.factId),
);
const removeValues = write((db, p: { factId: string }) =>
  db.deleteFrom('segment_fact_value').where('fact_id', '=', p.factId),
);

export function factReader(db: Reader): FactReader {
  return {
    find: async (factId) => {
      const facts: Facts = {};
      const [row] = await byId(db, { factId });
      for (const [field, column] of COLUMNS) {
        const value = row?.[column];
        if (value !== null && value !== undefined) facts[field] = value;
      }
      for (const { field, value } of await valuesOf(db, { factId })) {
        const before = facts[field as FactField];
        facts[field as FactField] = Array.isArray(before) ? [...before, value] : [value];
      }
      return facts;
    },
  };
}

export function factWriter(db: Writer): FactWriter {
  return {
    ...factReader(db),
    replace: async (factId, facts) => {
      await removeRow(db, { factId });
      await removeValues(db, { factId });
      if (Object.keys(facts).length === 0) return;
      // Also for multi-valued facts alone: a segment is counted from these rows.
      await insertRows(db, 'segment_fact', [toRow(factId, facts)]);
      await insertRows(db, 'segment_fact_value', toValueRows(factId, facts));
    },
  };
}

function toRow(factId: FactId, facts: Facts): SegmentFactRow {
  const text = (field: FactField) => (facts[field] === undefined ? null : String(facts[field]));
  const number = (field: FactField) => (facts[field] === undefined ? null : Number(facts[field]));
  return {
    fact_id: factId,
    country: text('country'),
    postal_region: text('postal-region'),
    birth_decade: number('birth-decade'),
    household_size: number('household-size'),
    home_type: text('home-type'),
    preferred_language: text('preferred-language'),
  };
}

function toValueRows(factId: FactId, facts: Facts) {
  return MULTI_VALUED_FACTS.flatMap((field) => {
    const value = facts[field] ?? [];
    const values = typeof value === 'object' ? value : [String(value)];
    return [...new Set(values)].map((one) => ({ fact_id: factId, field, value: one }));
  });
}
