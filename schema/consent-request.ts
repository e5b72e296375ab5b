import * as z from 'zod';
import { FieldId } from './field.ts';

export const QUESTION_REASON_MAX = 400;

/** What a company says with its question; kept sealed. */
export const QuestionText = z
  .object({
    /** In the company's own words. */
    reason: z.string().min(1).max(QUESTION_REASON_MAX),
    /** Optional fields of the purpose that the company would like to have; never ticked for anybody. */
    fields: z.array(FieldId),
    /** A term shorter than the text's, wished for by the company; null: as the text says. */
    months: z.number().int().min(1).max(120).nullable(),
  })
  .strict();
export type QuestionText = z.infer<typeof QuestionText>;

/**
 * Why a question was never shown: for the customer and for officers. The
 * company that asked reads the same of all of them, and of a question that
 * simply waits.
 */
export const HeldCause = z.enum([
  'no-more-questions',
  'no-stands',
  'decided',
  'asked-before',
  'under-age',
  'restricted',
  'paused',
  'unconfirmed',
]);
export type HeldCause = z.infer<typeof HeldCause>;

/** What became of a question, as the customer and the officer read it. */
export const QuestionState = z.enum(['open', 'later', 'answered', 'expired', 'held-back']);
export type QuestionState = z.infer<typeof QuestionState>;

/** After these many days somebody who chose "later" is asked once more. */
export const LATER_DAYS = [7, 30, 90] as const;

/** Unanswered for so long, a question is over. */
export const QUESTION_DAYS = 30;
/** One company may ask one customer so often in twelve months, and for one purpose once. */
export const QUESTIONS_A_YEAR = 3;
