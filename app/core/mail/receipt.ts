import * as z from 'zod';
import { Channel } from '#schema/channel.ts';
import { ConsentState } from '#schema/consent.ts';
import { Instant } from '#schema/instant.ts';
import { LocalizedText } from '#schema/language.ts';
import type { LedgerKind } from '#schema/ledger.ts';

/** What a receipt speaks of. The end of a term is not the customer's decision. */
export const DECIDED: ReadonlySet<LedgerKind> = new Set<LedgerKind>([
  'pending',
  'granted',
  'changed',
  'refused',
  'withdrawn',
  'objected',
  'undone',
  'preference',
]);

const entry = {
  company: z.string(),
  at: Instant,
  /** Ledger index: the reference. */ index: z.number().int(),
};

/** One line of a receipt: what stood before the first decision of the summary, and what stands now. */
export const ReceiptLine = z.discriminatedUnion('about', [
  z
    .object({
      ...entry,
      about: z.literal('purpose'),
      title: LocalizedText,
      from: ConsentState,
      to: ConsentState,
      until: Instant.nullable(),
    })
    .strict(),
  z
    .object({
      ...entry,
      about: z.literal('pause'),
      from: Instant.nullable(),
      to: Instant.nullable(),
    })
    .strict(),
  z
    .object({
      ...entry,
      about: z.literal('preference'),
      /** What holds now, of what was changed; absent: it is as it was. */
      channelsOff: z.array(Channel).optional(),
      topics: z.literal(true).optional(),
      mostPerWeek: z.number().int().nullable().optional(),
      quiet: z.object({ from: z.string(), to: z.string() }).strict().nullable().optional(),
    })
    .strict(),
]);
export type ReceiptLine = z.infer<typeof ReceiptLine>;

/** Oldest first. */
export const Receipt = z
  .object({
    lines: z.array(ReceiptLine),
    /** Lines left out, because a mail must end. */ more: z.number().int(),
  })
  .strict();
export type Receipt = z.infer<typeof Receipt>;
