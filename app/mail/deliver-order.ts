import { forgetFarewell } from '#app/core/erasure/farewell.ts';
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
  if (order.template === 'farewell') return deliverFarewell({ core, sender, baseUrl }, job, order);
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
    companyAddress: company ? `${company.profile.legalName}, ${oneLine(company.profile.address)}` : null,
    manageUrl,
    now,
  });
  const kind = MAIL_KIND[order.template];
  const listed = kind === 'company' || kind === 'reminder';
  await send(core, sender, order, secret.address === undefined, {
    ...mail,
    id: job.id,
    to,
    lastToThisAddress: false,
    unsubscribeUrl: listed && manageUrl !== null ? `${manageUrl}/one-click` : null,
    at: now,
  });
}

const NO_COMPANY = { companyName: null, companyAddress: null } as const;
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ', ');

/**
 * The last mail, whose address nobody else has any more. Crash order: sent,
 * then its key is shredded, then the job is done; a crash before the shredding
 * sends it once more under the same Message-ID.
 */
async function deliverFarewell({ core, sender, baseUrl }: DeliveryOptions, job: Job, order: MailOrder) {
  const now = core.world.now();
  const { sealed, keyId } = job;
  if (!sealed || !keyId || !(await core.keys.find(keyId))) return;
  if (order.goodUntil === null || order.goodUntil <= now) return forgetFarewell(core, keyId);
  const secret = MailSecret.parse(await openMailSecret(core, keyId, job.id, sealed));
  const mail = renderMail(order, secret, { baseUrl, ...NO_COMPANY, manageUrl: null, now });
  const to = secret.address ?? '';
  try {
    await sender.send({ ...mail, id: job.id, to, lastToThisAddress: true, unsubscribeUrl: null, at: now });
  } catch (error) {
    if (error instanceof MailNotSentError && error.permanent) await forgetFarewell(core, keyId);
    throw error;
  }
  await forgetFarewell(core, keyId);
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
