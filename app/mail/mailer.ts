import type { Job } from '#app/core/job/job-store.ts';
import type { Core } from '#app/core/shared/core.ts';
import { MAIL_JOB } from '#app/core/sign-in/draft-mail.ts';
import type { Log } from '#app/logger.server.ts';
import { deliverOrder } from './deliver-order.ts';
import { createDemoSender } from './demo-sender.ts';
import { createSmtpSender } from './smtp-sender.ts';

export interface MailerOptions {
  readonly core: Pick<Core, 'storage' | 'keys' | 'world'>;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly baseUrl: string;
  readonly demo: boolean;
  readonly log: Log;
}

export interface Mailer {
  /** `none`: there is no way to send; mails wait in the queue until there is. */
  readonly mode: 'smtp' | 'demo' | 'none';
  /** Absent in mode `none`. */
  readonly deliver: ((job: Job) => Promise<void>) | undefined;
  /** For the readiness check. */
  readiness(): Promise<{ readonly mode: Mailer['mode']; readonly waiting: number }>;
  close(): void;
}

/** A mail server when one is named, else the demo's outbox, else nothing: said aloud at the start. */
export function createMailer({ core, smtpUrl, mailFrom, baseUrl, demo, log }: MailerOptions): Mailer {
  const mode = smtpUrl ? 'smtp' : demo ? 'demo' : 'none';
  const sender = smtpUrl ? createSmtpSender(smtpUrl, mailFrom) : demo ? createDemoSender(core) : undefined;
  if (!sender) log.warn('no mail can be sent: set SMTP_URL; until then mails wait in the queue');
  return {
    mode,
    deliver: sender && ((job) => deliverOrder({ core, sender, baseUrl }, job)),
    readiness: async () => ({
      mode,
      waiting: await core.storage.read.job.countDue(core.world.now(), [MAIL_JOB]),
    }),
    close: () => sender?.close(),
  };
}
