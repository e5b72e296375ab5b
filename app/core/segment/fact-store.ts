import type { FactField } from '#schema/field.ts';
import type { FactId } from '#schema/ids.ts';

/** Coarse values in clear. Only permitted fields appear; numbers are numbers, multi-valued ones arrays. */
export type Facts = Partial<Record<FactField, string | number | readonly string[]>>;

export interface FactReader {
  find(factId: FactId): Promise<Facts>;
}

export interface FactWriter extends FactReader {
  /** Replaces the whole row: what is not in `facts` is cleared. */
  replace(factId: FactId, facts: Facts): Promise<void>;
}
