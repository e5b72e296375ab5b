import * as z from 'zod';
import { Channel } from './channel.ts';
import { FieldId } from './field.ts';
import { Language, LocalizedText } from './language.ts';
import { Topic } from './topic.ts';

/** Consent starts off. Objection runs until the customer says stop. Contract and legal duty have no control. */
export const LegalBasis = z.enum(['consent', 'objection', 'contract', 'legal-duty']);
export type LegalBasis = z.infer<typeof LegalBasis>;

export const PurposeField = z.object({ field: FieldId, required: z.boolean() }).strict();
export type PurposeField = z.infer<typeof PurposeField>;

/** What a version says. Immutable once released. */
export const PurposeContent = z
  .object({
    basis: LegalBasis,
    title: LocalizedText,
    /** What the company will do, in one or two sentences. */
    what: LocalizedText,
    benefitCustomer: LocalizedText,
    benefitCompany: LocalizedText,
    /** What happens on a no; neutral, never a threat. */
    onNo: LocalizedText,
    /** For the bases without a control: why, and until when. For objection: the law it rests on. */
    legalNote: LocalizedText,
    /** Who processes on the company's behalf or receives the data, by name. Empty: nobody else. */
    recipients: z.array(
      z.object({ name: z.string(), role: LocalizedText, country: z.string().length(2) }).strict(),
    ),
    /** Where it is stored. */
    storage: z.array(z.object({ place: z.string(), country: z.string().length(2) }).strict()).min(1),
    /** How long the company keeps what it read. */
    retention: LocalizedText,
    fields: z.array(PurposeField),
    channels: z.array(Channel),
    /** What its messages are about; absent: anything. */
    topics: z.array(Topic).min(1).optional(),
    /** Months until a grant expires; null: until withdrawn. */
    validityMonths: z.number().int().min(1).max(120).nullable(),
    profiling: z.boolean(),
    /** DPV purpose term, https://w3id.org/dpv (2.0). */
    dpv: z.string().regex(/^dpv:[A-Za-z]+$/),
  })
  .strict();
export type PurposeContent = z.infer<typeof PurposeContent>;

/** The languages in which every text of the content exists; only these may be shown. */
export function languagesOf(content: PurposeContent): Language[] {
  const texts = [
    content.title,
    content.what,
    content.benefitCustomer,
    content.benefitCompany,
    content.onNo,
    content.legalNote,
    content.retention,
  ];
  return Language.options.filter((language) => texts.every((text) => text[language] !== undefined));
}

/**
 * A correction (spelling, an added translation) keeps grants as they are. A
 * change leaves earlier grants usable for exactly their old scope until
 * `oldScopeUntil`, and nothing beyond it before a new yes.
 */
export const ReleaseKind = z.enum(['first', 'correction', 'change']);
export type ReleaseKind = z.infer<typeof ReleaseKind>;

/** The non-text part, byte-equal between a version and its correction. */
export function scopeOf(content: PurposeContent): string {
  const { basis, fields, channels, topics, validityMonths, profiling, dpv, storage, recipients } = content;
  const parties = recipients.map(({ name, country }) => ({ name, country }));
  return JSON.stringify({
    basis,
    fields,
    channels,
    topics,
    validityMonths,
    profiling,
    dpv,
    storage,
    parties,
  });
}
