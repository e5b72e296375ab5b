import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HOUR_MS } from '#app/core/shared/calendar.ts';
import { MAIL_JOB } from '#app/core/sign-in/draft-mail.ts';
import { draftNotice } from '#app/core/sign-in/draft-notice.ts';
import { customerAccount } from '#app/core/sign-in/find-account.ts';
import { createTestMailbox } from '#tests/support/mailbox.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { type MailCustomer, newMailCustomer } from './mail-visit.ts';

describe('mails in trouble', () => {
  let portal: TestPortal;
  let operator: string;
  beforeAll(async () => {
    portal = await startTestPortal();
  });
  beforeEach(async () => {
    operator = await portal.signIn('operator');
  });
  afterAll(() => portal.stop());

  /** A mail to this customer that failed as the mail sender says it. */
  async function failed(visit: MailCustomer, givenUp: boolean): Promise<string> {
    const { core } = portal.services;
    const customer = await core.storage.read.customer.find(visit.customerId);
    if (!customer) throw new Error('no customer');
    const mail = await draftNotice(core, customerAccount(customer), 'sessions-ended');
    const retryAt = givenUp ? null : core.world.now();
    await core.storage.transact(async (tx) => {
      await tx.job.insert(mail, mail.runAt);
      await tx.job.fail(mail.id, 'MailNotSentError: not taken by the mail server: EENVELOPE 550', retryAt);
    });
    return mail.id;
  }
  const press = (act: string, mail: string, cookie = operator) =>
    portal.post('/operator/mails', cookie, { act, mail });
  const home = async () => (await portal.get('/operator', operator)).text();

  test('the operator reads template, fault and time, and no address', async () => {
    const visit = await newMailCustomer(portal);
    const id = await failed(visit, true);
    await failed(visit, false);
    const html = await home();
    expect(html).toContain('Überall abgemeldet');
    expect(html).toContain('Der Mailserver kennt die Adresse nicht.');
    expect(html).toContain('EENVELOPE 550');
    expect(html).toContain('Eine Mail wartet auf den Mailserver.');
    for (const secret of [visit.email, visit.customerId, 'MailNotSent']) expect(html).not.toContain(secret);
    expect(html).toContain(`value="${id}"`);
  });

  test('again: it goes once; discarded: it goes never and what it carried is gone', async () => {
    const mailbox = createTestMailbox(portal.services.core);
    await mailbox.collect();
    const visit = await newMailCustomer(portal);
    const [again, dropped] = [await failed(visit, true), await failed(visit, true)];
    for (const _ of [1, 2])
      expect((await press('retry', again)).headers.get('location')).toBe('/operator#mails');
    expect((await mailbox.collect()).map(({ id }) => id)).toEqual([again]);
    for (const _ of [1, 2]) expect((await press('discard', dropped)).status).toBe(303);
    portal.world.advance(HOUR_MS);
    expect(await mailbox.collect()).toEqual([]);
    const left = await portal.services.core.storage.read.job.givenUp(MAIL_JOB, 50);
    expect(left.map(({ id }) => id)).not.toContain(dropped);
    expect(await home()).not.toContain(dropped);
  });

  test('nobody else may: customers and staff meet nothing, strangers the sign-in page', async () => {
    const visit = await newMailCustomer(portal);
    const id = await failed(visit, true);
    for (const cookie of [visit.cookie, await portal.signIn('officer-alpenrad')])
      for (const act of ['retry', 'discard']) expect((await press(act, id, cookie)).status).toBe(404);
    const stranger = await portal.post('/operator/mails', undefined, { act: 'discard', mail: id });
    expect(stranger.headers.get('location')).toMatch(/^\/sign-in/);
    expect(
      (await portal.services.core.storage.read.job.givenUp(MAIL_JOB, 50)).map((one) => one.id),
    ).toContain(id);
    expect((await press('forget', id)).status).toBe(400);
    expect((await press('retry', 'recurring/expire-consents')).status).toBe(404);
  });

  test('home tells the customer whose address takes no mail, until one is taken', async () => {
    const visit = await newMailCustomer(portal);
    const { core } = portal.services;
    expect((await visit.get('/me')).text).not.toContain('kommt keine Mail bei Ihnen an');
    await core.storage.transact((tx) => tx.mailRefusal.note(visit.customerId, core.world.now()));
    const page = await visit.get('/me');
    expect(page.text).toContain('kommt keine Mail bei Ihnen an');
    expect(page.html).toContain('href="/me/account/address"');
    await failed(visit, false);
    await createTestMailbox(core).collect();
    expect((await visit.get('/me')).text).not.toContain('kommt keine Mail bei Ihnen an');
  });

  test('who took the file with everything, or signed out everywhere, is told of it once', async () => {
    const mailbox = createTestMailbox(portal.services.core);
    await mailbox.collect();
    const anna = await portal.signIn('anna', { steppedUp: true });
    await Promise.all(
      [1, 2, 3].map(async () => (await portal.post('/me/export/file', anna, {})).arrayBuffer()),
    );
    expect((await mailbox.collect()).map(({ subject }) => subject)).toEqual(['Ihre Daten wurden geholt']);
    await portal.post('/sign-out', anna, { everywhere: 'yes' });
    expect((await mailbox.collect()).map(({ subject }) => subject)).toEqual(['Überall abgemeldet']);
  });
});
