import type { CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { OwnExport } from '#schema/own-export.ts';
import { MAIL_KIND } from '../mail/mail-kind.ts';
import type { MailLink } from '../mail/mail-link-store.ts';
import type { Core } from '../shared/core.ts';
import { MailTemplate } from '../sign-in/draft-mail.ts';
import { customerPrincipal } from '../sign-in/principal.ts';
import { type Companies, slugOf } from './company-names.ts';

type Upkeep = OwnExport['upkeep'];

/** Links in mails, a receipt that waits, sign-ins: what runs the account. Never a secret, nor the hash of one. */
export async function collectOwnUpkeep(
  { storage: { read }, world }: Pick<Core, 'storage' | 'world'>,
  customerId: CustomerId,
  companies: Companies,
): Promise<Upkeep> {
  const principal = customerPrincipal(customerId);
  const at = world.now();
  const sessions = await read.signIn.sessionsOf(principal);
  return {
    mailLinks: (await read.mailLink.ofCustomer(customerId)).map((link) => toLink(link, companies, at)),
    receiptDueAt: (await read.receipt.dueOf(customerId))?.dueAt ?? null,
    mailRefusedSince: (await read.mailRefusal.since(customerId)) ?? null,
    reviewReminder: await read.profile.reminder(customerId),
    ownQuestions: (await read.companyField.answersOf(customerId)).map(({ companyId, field, state, at }) => ({
      company: slugOf(companies, companyId),
      field,
      state,
      at,
    })),
    passwordSetAt: (await read.signIn.findPassword(principal))?.updatedAt ?? null,
    signedIn: sessions
      .filter(({ expiresAt }) => expiresAt > at)
      .map(({ createdAt, seenAt, expiresAt }) => ({
        since: createdAt,
        lastUsedAt: seenAt,
        endsAt: expiresAt,
      })),
    knownDevices: await read.signIn.devices(principal),
  };
}

function toLink(link: MailLink, companies: Companies, at: Instant): Upkeep['mailLinks'][number] {
  const { template, companyId, createdAt, expiresAt, endedAt } = link;
  const known = MailTemplate.safeParse(template).data;
  return {
    mail: known ? MAIL_KIND[known] : 'account',
    company: companyId && slugOf(companies, companyId),
    sentAt: createdAt,
    expiresAt,
    endedAt,
    state: endedAt ? 'ended' : expiresAt <= at ? 'expired' : 'open',
  };
}
