import { listDemoMails } from '#app/mail/list-demo-mails.ts';
import type { TestPortal } from '#tests/support/test-portal.ts';
import { cookieOf } from './page.ts';

/** The newest mail to this address, after sending what waits; notices of new devices come beside it. */
export async function mailTo(portal: TestPortal, email: string): Promise<string> {
  await portal.services.jobs.drain();
  // Mails of one moment would have no order.
  portal.world.advance(1);
  const mails = await listDemoMails(portal.services.core);
  const mail = mails.find(
    ({ recipient, subject }) => recipient === email && subject !== 'Neues Gerät angemeldet',
  );
  if (!mail) throw new Error(`no mail to ${email}`);
  return mail.text;
}

export const linkIn = (text: string): string => /http:\/\/portal\.test(\/\S+)/.exec(text)?.[1] ?? '';
export const codeIn = (text: string): string => /\d{4} \d{4}/.exec(text)?.[0] ?? '';

/** Registers by the pages; answers with the cookie of the session that the button opened. */
export async function register(portal: TestPortal, email: string): Promise<string> {
  await portal.post('/register', undefined, { email });
  return cookieOf(await portal.post(linkIn(await mailTo(portal, email)), undefined, {}));
}
