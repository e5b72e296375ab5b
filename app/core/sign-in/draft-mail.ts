import * as z from 'zod';
import { Instant } from '#schema/instant.ts';
import { Language } from '#schema/language.ts';
import type { Job } from '../job/job-store.ts';
import { Receipt } from '../mail/receipt.ts';
import type { Core } from '../shared/core.ts';
import { jobPlace } from '../vault/places.ts';
import { sealJson } from '../vault/seal.ts';
import { SeenDevice } from './seen-device.ts';

export const MAIL_JOB = 'mail';

/** Each name is a text in the catalogues (`mail.<template>`); the number of its wording stands in the evidence. */
export const MailTemplate = z.enum([
  'confirm-address',
  'confirm-join',
  'already-registered',
  'sign-in',
  'step-up',
  'reset-password',
  'confirm-new-address',
  'address-changing',
  'password-changed',
  'password-removed',
  'request-received',
  'request-extended',
  'request-answered',
  'request-message',
  'request-new',
  'request-due',
  'file-ready',
  'profile-review',
  'address-changed',
  'sessions-ended',
  'data-taken',
  'new-device',
  'farewell',
  'mail-link',
  'receipt',
  'thread-answered',
  'thread-called',
  'yearly-look',
  'question',
]);
export type MailTemplate = z.infer<typeof MailTemplate>;
export const MAIL_WORDING = 2;

/** What the queue holds in clear: no address, no code, no link. */
export const MailOrder = z
  .object({
    template: MailTemplate,
    /** Principal; `nobody:…` is done without sending, but for the farewell. */
    to: z.string(),
    language: Language,
    companyId: z.string().nullable(),
    /** Path in front of the token, like `/confirm`; null when the mail has no link. */
    linkPath: z.string().nullable(),
    /** After this instant the mail is worth nothing and is not sent. */
    goodUntil: z.string().nullable(),
    /** An ISO day that the mail speaks of. */
    day: z.string().optional(),
  })
  .strict();
export type MailOrder = z.infer<typeof MailOrder>;

/** Sealed until sent. `address`: where to, when that is not the account's current address. */
export const MailSecret = z
  .object({
    token: z.string().optional(),
    code: z.string().optional(),
    address: z.string().optional(),
    /** What was decided, for the mail that lists it. */
    receipt: Receipt.optional(),
    /** Which device signed in, for the mail that says so. */
    device: SeenDevice.optional(),
    /** What stays where, for the last mail of all. */
    farewell: z
      .array(z.object({ company: z.string(), proofUntil: Instant.nullable(), told: z.boolean() }).strict())
      .optional(),
  })
  .strict();
export type MailSecret = z.infer<typeof MailSecret>;

export type DraftedMail = Omit<Job, 'attempts'>;

/** A mail to insert into the transaction of the deed it speaks of. */
export async function draftMail(
  core: Pick<Core, 'keys' | 'world'>,
  order: MailOrder,
  keyId: string,
  secret: MailSecret,
): Promise<DraftedMail> {
  const id = core.world.newId();
  const sealed = sealJson(await core.keys.get(keyId), jobPlace(id), secret);
  return { id, kind: MAIL_JOB, payload: JSON.stringify(order), sealed, keyId, runAt: core.world.now() };
}

/** Names the mail in the evidence of a confirmation. */
export function describeMail(mail: DraftedMail, template: MailTemplate): string {
  return `${mail.id} ${template}/${MAIL_WORDING}`;
}
