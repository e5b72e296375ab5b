import type { Core } from '#app/core/shared/core.ts';
import type { MailSender } from './mail-sender.ts';

/** The demo has no mail server: its outbox is a page. */
export function createDemoSender(core: Pick<Core, 'storage'>): MailSender {
  return {
    send: async ({ id, to, subject, text, html, at, lastToThisAddress }) => {
      // This page stands for the world outside, but it is part of what was asked to forget.
      const recipient = lastToThisAddress ? '' : to;
      await core.storage.transact((tx) =>
        tx.demoMail.save({ id, recipient, subject, text, html, sentAt: at }),
      );
    },
    close: () => {},
  };
}
