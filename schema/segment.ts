import * as z from 'zod';
import { FACT_FIELDS, type FactField, FIELDS } from './field.ts';

export const SegmentOperator = z.enum(['is', 'is-not', 'any-of', 'at-least', 'at-most']);
export type SegmentOperator = z.infer<typeof SegmentOperator>;

export const SegmentCondition = z
  .object({
    field: z.enum(FACT_FIELDS),
    operator: SegmentOperator,
    values: z.array(z.string().min(1).max(40)).min(1).max(20),
  })
  .strict();
export type SegmentCondition = z.infer<typeof SegmentCondition>;

/** Purpose first (kept beside), then conditions of which all or any must hold. No condition: everybody permitted. */
export const SegmentConditions = z
  .object({ match: z.enum(['all', 'any']), conditions: z.array(SegmentCondition).max(10) })
  .strict();
export type SegmentConditions = z.infer<typeof SegmentConditions>;

/** Multi-valued facts match when any of their values is among those asked for. */
export const MULTI_VALUED_FACTS: readonly FactField[] = FACT_FIELDS.filter(
  (field) => FIELDS[field].type === 'choices',
);

/** Facts that are ordered numbers. */
export const NUMERIC_FACTS: readonly FactField[] = ['birth-decade', 'household-size'];

export function operatorsFor(field: FactField): SegmentOperator[] {
  if (MULTI_VALUED_FACTS.includes(field)) return ['any-of'];
  return NUMERIC_FACTS.includes(field) ? ['is', 'at-least', 'at-most'] : ['is', 'is-not', 'any-of'];
}
