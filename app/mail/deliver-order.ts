import type { Job } from '#app/core/job/job-store.ts';
import type { Core } from '#app/core/shared/core.ts';
import { MailOrder, MailSecret } from '#app/core/sign-in/draft-mail.ts';
import { findPrincipalId } from '#app/core/sign-in/principal.ts';
import { deliverMail, openMailSecret } from '#app/core/vault/doors/deliver-mail.ts';
import { CompanyId } from '#schema/ids.ts';
import type { MailSender } from './mail-sender.ts';
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
  const mail = renderMail(order, secret, {
    baseUrl,
    companyName: company ? company.profile.name : null,
    now,
  });
  await sender.send({ ...mail, id: job.id, to, at: now });
}

async function addressOf(core: DeliveryOptions['core'], principal: string): Promise<string | undefined> {
  const who = findPrincipalId(principal);
  if (who?.kind === 'customer') return deliverMail(core, who.id);
  const staff = who && (await core.storage.read.staff.find(who.id));
  return staff && staff.endedAt === null ? staff.email : undefined;
}
