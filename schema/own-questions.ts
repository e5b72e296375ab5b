import * as z from 'zod';
import { HeldCause, QuestionState } from './consent-request.ts';
import { FieldId } from './field.ts';
import { Instant } from './instant.ts';

/** A company's question in the customer's export, also one that was never put. */
export const ExportedQuestion = z.object({
  company: z.string(),
  purpose: z.string(),
  askedAt: Instant,
  state: QuestionState,
  heldBack: HeldCause.nullable().describe('Why the portal did not put it'),
  laterUntil: Instant.nullable(),
  answeredAt: Instant.nullable(),
  answerIndex: z.number().int().nullable().describe('Index of the entry that answered it'),
  reason: z.string().nullable().describe('In the company’s words'),
  fields: z.array(FieldId).describe('What the company would have liked'),
  months: z.number().int().nullable(),
});

export const ExportedAsking = z.object({
  age: z.object({
    sixteen: z.boolean().nullable().describe('Said to be 16 or older; null: never asked'),
    fourteen: z.boolean().nullable(),
    answeredAt: Instant.nullable(),
  }),
  received: z.array(ExportedQuestion),
  stopped: z
    .array(z.object({ company: z.string(), at: Instant }))
    .describe('Companies that may ask nothing more'),
});
export type ExportedAsking = z.infer<typeof ExportedAsking>;
