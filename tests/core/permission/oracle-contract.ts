import type { Channel } from '#schema/channel.ts';
import type { FieldId } from '#schema/field.ts';
import type { Topic } from '#schema/topic.ts';
import type { Dated } from './history.ts';
import type { OracleAnswer } from './oracle-table.ts';

/** What became of a deed that decides something. */
export type Fate = 'written' | 'nothing-new' | 'refused';

export type HasValue = (customer: number, field: FieldId) => boolean;

export interface Question {
  readonly customer: number;
  readonly purpose: number;
  readonly at: number;
  readonly channel?: Channel | undefined;
  readonly topic?: Topic | undefined;
}

/**
 * The rules of permission a second time, written from the text of the rules
 * and not from the program: it replays what people did and said and reads the
 * answer off one table. Shares no line with app/core.
 */
export interface Oracle {
  /** Carries out the next deed. */
  next(deed: Dated): Fate;
  /** Undefined: the two were never connected. */
  answer(question: Question): OracleAnswer | undefined;
  /** Instants at which the answer may change by itself. */
  edges(customer: number, purpose: number): number[];
  isRetired(purpose: number, at: number): boolean;
  /** Fields of a yes that stands and whose term runs; undefined: none. `ended`: the two are connected no more. */
  standingYes(
    question: Question,
  ): { readonly fields: readonly FieldId[]; readonly ended: boolean } | undefined;
}
