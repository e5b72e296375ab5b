import * as z from 'zod';
import { Channel } from './channel.ts';
import { FieldId } from './field.ts';
import { PurposeVersionId } from './ids.ts';
import { Instant } from './instant.ts';

export const ConsentState = z.enum([
  'undecided',
  'pending',
  'granted',
  'refused',
  'withdrawn',
  'expired',
  'open',
  'objected',
]);
export type ConsentState = z.infer<typeof ConsentState>;

export const ConsentEventKind = z.enum([
  'pending',
  'granted',
  'changed',
  'refused',
  'withdrawn',
  'objected',
  'expired',
  'undone',
]);
export type ConsentEventKind = z.infer<typeof ConsentEventKind>;

/** How a decision reached us. A no is taken from everywhere; a yes only by `web` or `join`. */
export const DecisionMethod = z.enum([
  'web',
  'join',
  'mail-link',
  'api',
  'letter',
  'phone',
  'till',
  'import',
  'system',
]);
export type DecisionMethod = z.infer<typeof DecisionMethod>;

/** Who decided, or wrote the decision down. Staff appear by pseudonym. */
export const Actor = z.object({
  kind: z.enum(['customer', 'staff', 'system']),
  /** Staff pseudonym; empty for the customer and the system. */
  name: z.string(),
});
export type Actor = z.infer<typeof Actor>;

/** One answer per relationship and purpose. Fields and channels are empty unless state is pending, granted or open. */
export const ConsentStanding = z.object({
  state: ConsentState,
  versionId: PurposeVersionId.nullable(),
  fields: z.array(FieldId),
  channels: z.array(Channel),
  decidedAt: Instant.nullable(),
  expiresAt: Instant.nullable(),
});
export type ConsentStanding = z.infer<typeof ConsentStanding>;

/** What the customer chooses on the page of a purpose. */
export const ConsentChoice = z
  .object({
    fields: z.array(FieldId),
    channels: z.array(Channel),
    /** A term shorter than the text asks for; absent: as asked, or as shortened before. */
    months: z.number().int().min(1).max(120).optional(),
  })
  .strict();
export type ConsentChoice = z.infer<typeof ConsentChoice>;

/** An undo is possible for this long after the decision. */
export const UNDO_WINDOW_MS = 10 * 60 * 1000;

/** After a no or a withdrawal the company may not ask again for this many months. */
export const REASK_LOCK_MONTHS = 6;
