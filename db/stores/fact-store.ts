import type { FactReader, Facts, FactWriter } from '#app/core/segment/fact-store.ts';
import type { FactField } from '#schema/field.ts';
import type { FactId } from '#schema/ids.ts';
import { MULTI_VALUED_FACTS } from '#schema/segment.ts';
import type { Reader, Writer } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { select, write } from '../statement.ts';
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
const saveRow = write((db, p: SegmentFactRow) => {
  const row = {
    country: p.country,
    postal_region: p.postal_region,
    birth_decade: p.birth_decade,
    household_size: p.household_size,
    home_type: p.home_type,
    preferred_language: p.preferred_language,
  };
  return db
    .insertInto('segment_fact')
    .values({ fact_id: p.fact_id, ...row })
    .onConflict((on) => on.column('fact_id').doUpdateSet(row));
});
const saveValues = write((db, p: { factId: string; values: string }) => {
  const { rowsOf, textAt } = dialectOf(db);
  return db
    .insertInto('segment_fact_value')
    .columns(['fact_id', 'field', 'value'])
    .expression((eb) =>
      eb
        .selectFrom(rowsOf(p.values).as('v'))
        .select([eb.val(p.factId).as('fact_id'), textAt(0).as('field'), textAt(1).as('value')]),
    );
});
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
      await removeValues(db, { factId });
      if (Object.keys(facts).length === 0) return void (await removeRow(db, { factId }));
      // Also for multi-valued facts alone: a segment is counted from these rows.
      await saveRow(db, toRow(factId, facts));
      const values = toValues(facts);
      if (values.length > 0) await saveValues(db, { factId, values: JSON.stringify(values) });
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

function toValues(facts: Facts): [field: FactField, value: string][] {
  return MULTI_VALUED_FACTS.flatMap((field) => {
    const value = facts[field] ?? [];
    const values = typeof value === 'object' ? value : [String(value)];
    return [...new Set(values)].map((one): [FactField, string] => [field, one]);
  });
}
