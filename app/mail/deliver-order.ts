import type { Job } from '#app/core/job/job-store.ts';
import { MAIL_KIND } from '#app/core/mail/mail-kind.ts';
import { ensureMailLink } from '#app/core/mail/mail-link.ts';
import type { Core } from '#app/core/shared/core.ts';
import { MailOrder, MailSecret } from '#app/core/sign-in/draft-mail.ts';
import { findPrincipalId } from '#app/core/sign-in/principal.ts';
import { deliverMail, openMailSecret } from '#app/core/vault/doors/deliver-mail.ts';
import { CompanyId, type CustomerId } from '#schema/ids.ts';
import { MailNotSentError } from './mail-not-sent-error.ts';
import type { MailSender, OutgoingMail } from './mail-sender.ts';
import { renderMail } from './render-mail.ts';

export interface DeliveryOptions {
  readonly core: Pick<Core, 'storage' | 'keys' | 'world'>;
  readonly sender: MailSender;
  readonly baseUrl: string;
}

/**
 * Sends what a job orders. Nothing is sent to nobody, to people who have left
 * meanwhile, and after the mail's content has expired.
 */
export async function deliverOrder({ core, sender, baseUrl }: DeliveryOptions, job: Job): Promise<void> {
  const order = MailOrder.parse(JSON.parse(job.payload));
  const now = core.world.now();
  if (!findPrincipalId(order.to) || (order.goodUntil !== null && order.goodUntil <= now)) return;
  if (!job.sealed || !job.keyId || !(await core.keys.find(job.keyId))) return;
  const secret = MailSecret.parse(await openMailSecret(core, job.keyId, job.id, job.sealed));
  const to = secret.address ?? (await addressOf(core, order.to));
  if (to === undefined) return;
  const company = order.companyId && (await core.storage.read.company.find(CompanyId.parse(order.companyId)));
  const manageUrl = await manageUrlOf({ core, baseUrl }, job, order);
  const mail = renderMail(order, secret, {
    baseUrl,
    companyName: company ? company.profile.name : null,
    manageUrl,
    now,
  });
  const kind = MAIL_KIND[order.template];
  const listed = kind === 'company' || kind === 'reminder';
  await send(core, sender, order, secret.address === undefined, {
    ...mail,
    id: job.id,
    to,
    unsubscribeUrl: listed && manageUrl !== null ? `${manageUrl}/one-click` : null,
    at: now,
  });
}

async function addressOf(core: DeliveryOptions['core'], principal: string): Promise<string | undefined> {
  const who = findPrincipalId(principal);
  if (who?.kind === 'customer') return deliverMail(core, who.id);
  const staff = who && (await core.storage.read.staff.find(who.id));
  return staff && staff.endedAt === null ? staff.email : undefined;
}

/** Where the customer looks and takes back from this very mail, without signing in; null: nowhere. */
async function manageUrlOf(
  { core, baseUrl }: Pick<DeliveryOptions, 'core' | 'baseUrl'>,
  job: Job,
  { template, to, companyId }: MailOrder,
): Promise<string | null> {
  const customerId = customerOf(to);
  if (MAIL_KIND[template] === 'account' || !customerId) return null;
  const company = companyId === null ? null : CompanyId.parse(companyId);
  const token = await ensureMailLink(core, { id: job.id, template, customerId, companyId: company });
  return `${baseUrl}/mail/${token}`;
}

/** @param toOwnAddress false: to another than the account's, e.g. a new one that is not confirmed yet */
async function send(
  core: DeliveryOptions['core'],
  sender: MailSender,
  order: MailOrder,
  toOwnAddress: boolean,
  mail: OutgoingMail,
): Promise<void> {
  const customerId = toOwnAddress ? customerOf(order.to) : undefined;
  const { mailRefusal } = core.storage.read;
  try {
    await sender.send(mail);
  } catch (error) {
    if (customerId && error instanceof MailNotSentError && error.addressRefused)
      await core.storage.transact((tx) => tx.mailRefusal.note(customerId, mail.at));
    throw error;
  }
  if (customerId && (await mailRefusal.since(customerId)))
    await core.storage.transact((tx) => tx.mailRefusal.clear(customerId));
}

function customerOf(principal: string): CustomerId | undefined {
  const who = findPrincipalId(principal);
  return who?.kind === 'customer' ? who.id : undefined;
}
