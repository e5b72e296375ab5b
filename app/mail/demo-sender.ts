import type { Core } from '#app/core/shared/core.ts';
import type { MailSender } from './mail-sender.ts';

/** The demo has no mail server: its outbox is a page. */
export function createDemoSender(core: Pick<Core, 'storage'>): MailSender {
  return {
    send: async ({ id, to, subject, text, html, at }) => {
      await core.storage.transact((tx) =>
        tx.demoMail.save({ id, recipient: to, subject, text, html, sentAt: at }),
      );
    },
    close: () => {},
  };
}
