import * as z from 'zod';
import { DisclosureKind } from './disclosure.ts';
import { FieldId } from './field.ts';
import { DisclosureId, InteractionId, PurposeId } from './ids.ts';
import { Instant } from './instant.ts';
import { InteractionKind } from './interaction.ts';
import { StaffRole } from './staff.ts';

/** What a customer may begin a conversation with. */
export const CUSTOMER_CONCERNS = ['need', 'question', 'disagreement'] as const;
/** `offer`: the company wrote first, for a purpose that allows it. */
export const ThreadConcern = z.enum([...CUSTOMER_CONCERNS, 'offer']);
export type ThreadConcern = z.infer<typeof ThreadConcern>;

/** `open` waits for the company, `answered` for the customer (or for nobody). */
export const ThreadState = z.enum(['open', 'answered', 'closed']);
export type ThreadState = z.infer<typeof ThreadState>;

export const DialogueSide = z.enum(['customer', 'company']);
export type DialogueSide = z.infer<typeof DialogueSide>;

export const PictureType = z.enum(['image/jpeg', 'image/png', 'image/webp']);
export type PictureType = z.infer<typeof PictureType>;

export const PICTURE_ENDINGS: Readonly<Record<PictureType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

export const TITLE_MAX = 120;
export const TEXT_MAX = 4_000;
export const PICTURES_MAX = 3;
export const PICTURE_MAX_BYTES = 5 * 1024 * 1024;
/** So long a company has for an answer; after that the customer may call in the officer. */
export const ANSWER_DAYS = 14;

/** What a conversation is about, as it stood when it was begun. */
export const ThreadQuote = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('look'),
    disclosureId: DisclosureId,
    at: Instant,
    how: DisclosureKind,
    role: StaffRole,
    fields: z.array(FieldId),
    purposeId: PurposeId.nullable(),
    reason: z.string(),
  }),
  z.object({
    kind: z.literal('entry'),
    interactionId: InteractionId,
    entry: InteractionKind,
    /** `YYYY-MM-DD` */
    happenedOn: z.string(),
    text: z.string(),
  }),
]);
export type ThreadQuote = z.infer<typeof ThreadQuote>;

/** The sealed part of a thread. */
export const ThreadHead = z.object({ title: z.string(), quote: ThreadQuote.nullable() });
export type ThreadHead = z.infer<typeof ThreadHead>;

/** The sealed part of a message, of an entry and of a counter-statement. */
export const DialogueText = z.object({ text: z.string() });
export type DialogueText = z.infer<typeof DialogueText>;

export const StatementTarget = z.enum(['look', 'entry']);
export type StatementTarget = z.infer<typeof StatementTarget>;
