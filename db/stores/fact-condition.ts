import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type FactField, factBit } from '#schema/field.ts';
import {
  MULTI_VALUED_FACTS,
  NUMERIC_FACTS,
  operatorsFor,
  type SegmentCondition,
  type SegmentConditions,
} from '#schema/segment.ts';
import { FACT_COLUMNS } from './fact-store.ts';
import type { PurposeScope } from './purpose-scope.ts';

type Condition = RawBuilder<SqlBool>;

const NOBODY: Condition = sql`1 = 0`;

/**
 * The conditions of a segment over `consent` and `segment_fact` of one person.
 * A filter is a read: each condition holds only where the grant, and the
 * version it was given to, include that very field.
 */
export function factConditions(
  { versions }: PurposeScope,
  { match, conditions }: SegmentConditions,
): Condition {
  const parts = conditions.map((condition) => {
    const bit = factBit(condition.field);
    const opening = versions.filter(({ factMask }) => factMask & bit).map(({ id }) => id);
    const test = factTest(condition);
    if (opening.length === 0 || !test) return NOBODY;
    const granted = sql`(consent.fact_mask & ${sql.lit(bit)}) <> 0`;
    const asked =
      opening.length === versions.length ? sql`` : sql` and consent.version_id in (${sql.join(opening)})`;
    return sql`(${granted}${asked} and ${test})`;
  });
  return sql`(${sql.join(parts, match === 'all' ? sql` and ` : sql` or `)})`;
}

/**
 * Whose facts could match, as a set of ids: where it is small, a segment is
 * found from here instead of from the purpose's grants. Undefined: nothing
 * narrows. Whether a person permitted the field is not asked here.
 */
export function narrowingFacts({ match, conditions }: SegmentConditions): RawBuilder<unknown> | undefined {
  if (match === 'any' && conditions.length > 1) return undefined;
  const tests = conditions.map((condition) => ({ field: condition.field, test: factTest(condition) }));
  const single = tests.filter(({ field }) => !isMultiValued(field)).flatMap(({ test }) => test ?? []);
  if (single.length > 0) return sql`select fact_id from segment_fact where ${sql.join(single, sql` and `)}`;
  const [multi] = conditions;
  if (!multi || !isMultiValued(multi.field)) return undefined;
  return sql`select distinct fact_id from segment_fact_value
    where field = ${multi.field} and value in (${sql.join(multi.values)})`;
}

/** Undefined: the condition makes no sense and matches nobody. */
function factTest({ field, operator, values }: SegmentCondition): Condition | undefined {
  if (!operatorsFor(field).includes(operator)) return undefined;
  if (isMultiValued(field)) {
    return sql`exists (select 1 from segment_fact_value where segment_fact_value.fact_id = consent.fact_id and segment_fact_value.field = ${field} and segment_fact_value.value in (${sql.join(values)}))`;
  }
  const column = sql.ref(`segment_fact.${FACT_COLUMNS[field]}`);
  if (!NUMERIC_FACTS.includes(field)) {
    return operator === 'is-not'
      ? sql`${column} not in (${sql.join(values)})`
      : sql`${column} in (${sql.join(values)})`;
  }
  if (!values.every((value) => /^-?\d{1,9}$/.test(value))) return undefined;
  const numbers = values.map(Number);
  if (operator === 'at-least') return sql`${column} >= ${Math.min(...numbers)}`;
  if (operator === 'at-most') return sql`${column} <= ${Math.max(...numbers)}`;
  return sql`${column} in (${sql.join(numbers)})`;
}

function isMultiValued(field: FactField): field is Exclude<FactField, keyof typeof FACT_COLUMNS> {
  return MULTI_VALUED_FACTS.includes(field);
}
