import * as z from 'zod';
import { Language } from './language.ts';

/** What a person may ask of a company: GDPR Art. 15, 16, 18, 21, 17, 20, in the order in which pages list them. */
export const RequestKind = z.enum([
  'access',
  'rectification',
  'restriction',
  'objection',
  'erasure',
  'portability',
]);
export type RequestKind = z.infer<typeof RequestKind>;
export const REQUEST_KINDS = RequestKind.options;

/** `portal`: the signed-in customer. The others were written down by staff, with the day of arrival. */
export const RequestOrigin = z.enum(['portal', 'letter', 'phone', 'email']);
export type RequestOrigin = z.infer<typeof RequestOrigin>;

/** `done`: answered, what was asked was done. `refused`: answered with a no and its reason. Both end the clock. */
export const RequestState = z.enum(['open', 'done', 'refused', 'taken-back']);
export type RequestState = z.infer<typeof RequestState>;

/** Why something must stay for the time being: a dispute before a court, or a law that says how long to keep it. */
export const HoldKind = z.enum(['legal-hold', 'retention']);
export type HoldKind = z.infer<typeof HoldKind>;

export const RequestEventKind = z.enum([
  'received',
  /** Internal: never shown to the person. */
  'note',
  'message',
  'added',
  'extended',
  'held',
  'released',
  /** Passed on for correction, restriction or deletion. */
  'passed-on',
  /** What the portal holds was opened and put into a file. */
  'extract',
  'done',
  'refused',
  'taken-back',
]);
export type RequestEventKind = z.infer<typeof RequestEventKind>;

/** An ISO day, `2026-11-21`. */
export const IsoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day like 2026-11-21');

/** What is sealed with a request: what was asked, and who asks where the portal does not know it. */
export const SealedRequest = z
  .object({
    text: z.string(),
    /** Of a person who is not in the portal. */
    person: z.object({ name: z.string(), contact: z.string() }).strict().nullable(),
    /** How staff made sure who wrote; empty for a signed-in customer. */
    identity: z.string(),
    /** Of the answer; the customer's own unless the person is not in the portal. */
    language: Language,
  })
  .strict();
export type SealedRequest = z.infer<typeof SealedRequest>;

/** What is sealed with an event. `until`: the new due day, or the day until which something must stay. */
export const SealedEvent = z
  .object({ text: z.string(), until: IsoDay.nullable(), hold: HoldKind.nullable() })
  .strict();
export type SealedEvent = z.infer<typeof SealedEvent>;

/** Files that may be attached, by their first bytes, never by their name. */
export const FileType = z.enum([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'text/plain',
  'text/html',
  'application/json',
]);
export type FileType = z.infer<typeof FileType>;

export const REQUEST_TEXT_MAX = 4000;
export const REQUEST_FILE_MAX_BYTES = 5 * 1024 * 1024;
export const REQUEST_FILES_AT_ONCE = 3;
