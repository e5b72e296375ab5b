import * as z from 'zod';
import { Channel } from '#schema/channel.ts';
import { FieldId } from '#schema/field.ts';
import { Language } from '#schema/language.ts';
import { LegalBasis } from '#schema/purpose.ts';
import { Topic } from '#schema/topic.ts';
import type { PurposeCardText } from '../purpose/purpose-card.ts';

const Country = z.string().regex(/^[A-Za-z]{2}$/);

/** A text that another portal showed. Its bytes are kept whatever they say; a page shows only what has this shape. */
const ForeignCard = z.object({
  format: z.literal('driverseat/card/v1'),
  company: z.object({
    name: z.string(),
    legalName: z.string(),
    address: z.string(),
    email: z.string(),
    officer: z.string(),
    authority: z.string(),
  }),
  purpose: z.string(),
  version: z.number(),
  language: Language,
  title: z.string(),
  what: z.string(),
  benefitCustomer: z.string(),
  benefitCompany: z.string(),
  onNo: z.string(),
  legalNote: z.string(),
  retention: z.string(),
  basis: LegalBasis,
  fields: z.array(z.object({ field: FieldId, required: z.boolean() })),
  channels: z.array(Channel),
  topics: z.array(Topic).optional(),
  validityMonths: z.number().int().nullable(),
  profiling: z.boolean(),
  recipients: z.array(z.object({ name: z.string(), role: z.string(), country: Country })),
  storage: z.array(z.object({ place: z.string(), country: Country })),
});

/** Null: nothing that can be shown. */
export function readForeignCard(card: string): PurposeCardText | null {
  try {
    return ForeignCard.safeParse(JSON.parse(card)).data ?? null;
  } catch {
    return null;
  }
}
