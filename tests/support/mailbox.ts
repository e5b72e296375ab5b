import type { Core } from '#app/core/shared/core.ts';
import { MAIL_JOB } from '#app/core/sign-in/draft-mail.ts';
import { createJobRunner } from '#app/jobs/runner.ts';
import { deliverOrder } from '#app/mail/deliver-order.ts';
import type { OutgoingMail } from '#app/mail/mail-sender.ts';

export interface TestMailbox {
  /** Sends what waits and answers with the mails of this call, oldest first. */
  collect(): Promise<readonly OutgoingMail[]>;
  /** The one mail that waits; fails when there are none or several. */
  collectOne(): Promise<OutgoingMail>;
}

export const MAILBOX_SITE = 'https://portal.test';

/** The end of the way of every mail, in this process: the real queue, templates and doors in front of it. */
export function createTestMailbox(core: Core): TestMailbox {
  let taken: OutgoingMail[] = [];
  const sender = { send: async (mail: OutgoingMail) => void taken.push(mail), close: () => {} };
  const quiet = () => {};
  const runner = createJobRunner({
    core,
    lanes: [{ [MAIL_JOB]: (job) => deliverOrder({ core, sender, baseUrl: MAILBOX_SITE }, job) }],
    recurring: {},
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  });
  async function collect(): Promise<readonly OutgoingMail[]> {
    taken = [];
    await runner.drain();
    return taken;
  }
  return {
    collect,
    collectOne: async () => {
      const mails = await collect();
      const [mail] = mails;
      if (!mail || mails.length > 1) throw new Error(`expected one mail, got ${mails.length}`);
      return mail;
    },
  };
}

/** The code in a mail, as its reader types it. */
export function codeIn(mail: OutgoingMail): string {
  const code = /(\d{4} \d{4})/.exec(mail.text)?.[1];
  if (!code) throw new Error(`no code in "${mail.subject}"`);
  return code;
}

/** The path of the link in a mail. */
export function pathIn(mail: OutgoingMail): string {
  const path = /https?:\/\/[^/\s]+(\/\S+)/.exec(mail.text)?.[1];
  if (!path) throw new Error(`no link in "${mail.subject}"`);
  return path;
}

export function tokenIn(mail: OutgoingMail): string {
  return pathIn(mail).split('/').at(-1) ?? '';
}
