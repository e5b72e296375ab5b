import type { Core } from '#app/core/shared/core.ts';
import type { Instant } from '#schema/instant.ts';

export interface OutgoingSms {
  /** Of the job: the same message sent twice by a crash carries the same key. */
  readonly id: string;
  /** `+43…` */
  readonly to: string;
  readonly text: string;
  readonly at: Instant;
}

/** Resolves when the gateway, or the demo's outbox, has taken the message over. */
export type SmsSender = (sms: OutgoingSms) => Promise<void>;

/** The gateway's answer without its words: they may quote the number. */
export class SmsNotSentError extends Error {
  override readonly name = 'SmsNotSentError';
  readonly permanent: boolean;

  constructor(status: number | string, permanent = false) {
    super(`not taken by the SMS gateway: ${status}`);
    this.permanent = permanent;
  }
}

const WAIT_MS = 10_000;

/**
 * POST of `{"to":"+43…","text":"…"}` as JSON. 2xx is success; a redirect is
 * none; 4xx is final but for "too early" and "too many".
 *
 * @param url its password, if it has one, is the bearer token
 */
export function createHttpSmsSender(url: string, token: string | undefined): SmsSender {
  const target = new URL(url);
  const bearer = token ?? decodeURIComponent(target.password);
  target.username = '';
  target.password = '';
  return async ({ id, to, text }) => {
    const answer = await fetch(target, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(WAIT_MS),
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': id,
        ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
      },
      body: JSON.stringify({ to, text }),
    }).catch((error: unknown) => {
      throw new SmsNotSentError(error instanceof Error ? error.name : 'no answer');
    });
    await answer.body?.cancel();
    if (answer.ok) return;
    const { status } = answer;
    throw new SmsNotSentError(status, status >= 400 && status < 500 && ![408, 425, 429].includes(status));
  };
}

/** The demo has no gateway: its outbox is a page. The number is cut, so that no row there names anybody. */
export function createDemoSmsSender(core: Pick<Core, 'storage'>): SmsSender {
  return async ({ id, to, text, at }) => {
    const recipient = `SMS …${to.slice(-4)}`;
    await core.storage.transact((tx) =>
      tx.demoMail.save({ id, recipient, subject: 'SMS', text, html: '', sentAt: at }),
    );
  };
}
