import type { Job } from '#app/core/job/job-store.ts';
import type { Core } from '#app/core/shared/core.ts';
import { findPrincipalId } from '#app/core/sign-in/principal.ts';
import { SmsOrder, SmsSecret } from '#app/core/sms/draft-sms.ts';
import { openMailSecret } from '#app/core/vault/doors/deliver-mail.ts';
import { createI18n } from '#app/i18n/i18n-context.tsx';
import type { Instant } from '#schema/instant.ts';
import { createDemoSmsSender, createHttpSmsSender } from './sms-sender.ts';

export interface TexterOptions {
  readonly core: Pick<Core, 'storage' | 'keys' | 'world'>;
  readonly smsUrl: string | undefined;
  readonly smsToken: string | undefined;
  readonly baseUrl: string;
  readonly demo: boolean;
}

export interface Texter {
  /** `none`: pages say that a number cannot be confirmed here. */
  readonly mode: 'http' | 'demo' | 'none';
  /** Absent in mode `none`. */
  readonly deliver: ((job: Job) => Promise<void>) | undefined;
}

/** A gateway when one is named, else the demo's outbox, else nothing. */
export function createTexter({ core, smsUrl, smsToken, baseUrl, demo }: TexterOptions): Texter {
  const mode = smsUrl ? 'http' : demo ? 'demo' : 'none';
  const send = smsUrl ? createHttpSmsSender(smsUrl, smsToken) : demo ? createDemoSmsSender(core) : undefined;
  const site = new URL(baseUrl).host;

  async function deliver(job: Job): Promise<void> {
    const order = SmsOrder.parse(JSON.parse(job.payload));
    const now = core.world.now();
    if (!findPrincipalId(order.to) || order.goodUntil <= now) return;
    // Erased meanwhile: there is nobody to write to.
    if (!job.sealed || !job.keyId || !(await core.keys.find(job.keyId))) return;
    const { number, code } = SmsSecret.parse(await openMailSecret(core, job.keyId, job.id, job.sealed));
    const { t, format } = createI18n(order.language, now);
    const time = format.time(order.goodUntil as Instant);
    const text = t('me.phone.text', { code, site, time });
    await send?.({ id: job.id, to: number, text, at: now });
  }
  return { mode, deliver: send && deliver };
}
