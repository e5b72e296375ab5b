import * as z from 'zod';
import { AgeLimit } from './age.ts';
import { Channel } from './channel.ts';
import { CatalogueFieldId, FieldId, FieldValue } from './field.ts';
import { PurposeId, PurposeVersionId } from './ids.ts';
import { Instant } from './instant.ts';
import { Language } from './language.ts';

/** One answer of a join: to which text, in which language it was shown, and for a yes what it covers. */
export const JoinAnswer = z
  .object({
    purposeId: PurposeId,
    versionId: PurposeVersionId,
    language: Language,
    answer: z.enum(['yes', 'no']),
    fields: z.array(FieldId),
    channels: z.array(Channel),
  })
  .strict();
export type JoinAnswer = z.infer<typeof JoinAnswer>;

/** What somebody answered on a company's join page. It means nothing before the address is confirmed. */
export const JoinRequest = z
  .object({
    format: z.literal('driverseat/join/v1'),
    askedAt: Instant,
    /** Path of the page with the form. */
    source: z.string(),
    gpc: z.boolean(),
    /** In the company's order; what was left open is not in it. */
    answers: z.array(JoinAnswer),
    /** "That old, or older"; null: not answered, or nobody needs to say so there. */
    age: z.object({ limit: AgeLimit, yes: z.boolean() }).strict().nullable().default(null),
    values: z.partialRecord(CatalogueFieldId, FieldValue),
  })
  .strict();
export type JoinRequest = z.infer<typeof JoinRequest>;
