import * as z from 'zod';
import { Instant } from './instant.ts';
import { IsoDay } from './request.ts';

/** A link that a mail to the customer carries. Its secret stands in the mail alone: here is only its hash, and that says nothing. */
export const ExportedMailLink = z.object({
  mail: z.enum(['account', 'receipt', 'company', 'reminder']).describe('Kind of mail that carries the link'),
  company: z.string().nullable().describe('Whose mails the link can stop; null: those of all companies'),
  sentAt: Instant,
  expiresAt: Instant,
  endedAt: Instant.nullable().describe('Ended before its time, because the address is another one now'),
  state: z.enum(['open', 'ended', 'expired']),
});

/** What the portal keeps to run an account, beyond what the customer entered or decided. */
export const ExportedUpkeep = z.object({
  mailLinks: z.array(ExportedMailLink).describe('Newest first'),
  receiptDueAt: Instant.nullable().describe('A receipt for the last decisions is waiting until then'),
  mailRefusedSince: Instant.nullable().describe('Since when the mail server of the address takes nothing'),
  reviewReminder: z
    .object({ off: z.boolean(), toldAt: Instant.nullable() })
    .describe('Of values that grew old: whether it is switched off, and when the last one was sent'),
  ownQuestions: z
    .array(
      z.object({
        company: z.string(),
        field: z.string(),
        state: z.enum(['answered', 'skipped']),
        at: Instant,
      }),
    )
    .describe('What became of the questions for fields that a company defined'),
  passwordSetAt: Instant.nullable(),
  signedIn: z
    .array(z.object({ since: Instant, lastUsedAt: Instant, endsAt: Instant }))
    .describe('Where the account is signed in, last used first'),
  knownDevices: z
    .array(z.object({ seenOn: IsoDay, forgottenOn: IsoDay.nullable() }))
    .describe('Devices that send no notice of a new sign-in; a day each, and a keyed hash that says nothing'),
});
export type ExportedUpkeep = z.infer<typeof ExportedUpkeep>;
