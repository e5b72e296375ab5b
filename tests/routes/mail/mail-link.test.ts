import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeAddress } from '#app/core/customer/change-address.ts';
import { confirmNewAddress } from '#app/core/customer/confirm-new-address.ts';
import { FULL_PROFILE } from '#tests/support/lived-portal.ts';
import { createTestMailbox, tokenIn } from '#tests/support/mailbox.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { type MailCustomer, mailedToken, newMailCustomer, oneClick, press } from './mail-visit.ts';

describe('the link in a mail', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startTestPortal();
  });
  afterAll(() => portal.stop());

  const newCustomer = () => newMailCustomer(portal);
  const size = async () => (await portal.services.core.storage.read.ledger.state())?.size ?? 0;
  const state = async (visit: MailCustomer, company: string, purpose: string) =>
    (await visit.consent(company, purpose))?.standing.state;
  const page = async (token: string, cookie?: string) => {
    const response = await portal.get(`/mail/${token}`, cookie);
    return { status: response.status, headers: response.headers, html: await response.text() };
  };

  test('shows titles and no value of the profile, tells no other site where it was, and changes nothing', async () => {
    const visit = await newCustomer();
    const token = await mailedToken(portal, visit.customerId);
    const before = await size();
    for (const method of ['GET', 'HEAD', 'GET']) {
      const response = await portal.request(`/mail/${token}`, { method });
      expect(response.status).toBe(200);
      expect(response.headers.get('referrer-policy')).toBe('same-origin');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('set-cookie')).toBeNull();
    }
    await portal.request(`/mail/${token}/one-click`);
    expect(await size()).toBe(before);
    const { html } = await page(token);
    expect(html).toContain('Alpenrad');
    expect(html).toContain('Rheinstrom');
    for (const value of [...Object.values(FULL_PROFILE).flat(), 'beispiel.at']) {
      if (value.length > 3) expect(html).not.toContain(value);
    }
    expect(html).toContain('noindex');
  });

  test('ends one purpose at once, in its name in the record, and says so', async () => {
    const visit = await newCustomer();
    const token = await mailedToken(portal, visit.customerId, 'alpenrad');
    const answer = await press(portal, token, { act: 'no', company: 'alpenrad', purpose: 'newsletter' });
    expect(answer.status).toBe(303);
    expect(await state(visit, 'alpenrad', 'newsletter')).toBe('withdrawn');
    expect(await state(visit, 'alpenrad', 'service-reminder')).toBe('granted');
    const consent = await visit.consent('alpenrad', 'newsletter');
    const entry = await portal.services.core.storage.read.ledger.entry(consent?.lastIndex ?? -1);
    expect(entry?.method).toBe('mail-link');
    const shown = await portal.get(answer.headers.get('location') ?? '');
    const html = await shown.text();
    expect(html).toContain('Zurückgenommen: eine Sache.');
    expect(html).toContain(`Eintrag ${consent?.lastIndex}`);
    // The way back is for the account's owner alone.
    expect(html).not.toContain('value="undo"');
    expect(html).toContain(`/me?taken=${consent?.lastIndex}-${consent?.lastIndex}`);
  });

  test.each([
    ['take-back', 'withdrawn', 'withdrawn'],
    ['no-advertising', 'withdrawn', 'granted'],
  ])('%s reaches what it says and no other company', async (act, news, service) => {
    const visit = await newCustomer();
    const token = await mailedToken(portal, visit.customerId, 'alpenrad');
    await press(portal, token, { act, company: 'alpenrad' });
    expect(await state(visit, 'alpenrad', 'newsletter')).toBe(news);
    expect(await state(visit, 'alpenrad', 'service-reminder')).toBe(service);
    expect(await state(visit, 'alpenrad', 'similar-products')).toBe('objected');
    expect(await state(visit, 'rheinstrom', 'energy-tips')).toBe('granted');
  });

  test('fewer and no more mails, pause for all and everything back work from any mail', async () => {
    const visit = await newCustomer();
    const { read } = portal.services.core.storage;
    const token = await mailedToken(portal, visit.customerId, 'alpenrad');
    await press(portal, token, { act: 'fewer', company: 'alpenrad' });
    await press(portal, token, { act: 'no-mail', company: 'alpenrad' });
    const company = await read.company.findBySlug('alpenrad');
    if (!company) throw new Error('no company');
    expect(await read.preference.find(visit.customerId, company.id)).toMatchObject({
      channelsOff: ['email'],
      mostPerWeek: 1,
    });
    expect((await read.preference.find(visit.customerId, null)).channelsOff).toBeNull();
    await press(portal, token, { act: 'pause-all', pause: 'month' });
    for (const one of await read.relationship.ofCustomer(visit.customerId))
      expect(one.pausedUntil && one.pausedUntil > portal.world.now()).toBe(true);
    await press(portal, token, { act: 'take-all-back' });
    expect(await state(visit, 'rheinstrom', 'energy-tips')).toBe('withdrawn');
  });

  test('sent twice or ten times at once, a button counts once', async () => {
    const visit = await newCustomer();
    const token = await mailedToken(portal, visit.customerId);
    const before = await size();
    const fields = {
      act: 'no',
      company: 'rheinstrom',
      purpose: 'energy-tips',
      'intent-id': '11111111-1111-4111-8111-111111111111',
    };
    const answers = await Promise.all(Array.from({ length: 10 }, () => press(portal, token, fields)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await size()).toBe(before + 1);
  });

  test('can do nothing else: no yes, no undo, no other company, no other account', async () => {
    const visit = await newCustomer();
    const token = await mailedToken(portal, visit.customerId, 'alpenrad');
    const before = await size();
    for (const act of ['yes', 'undo', 'grant', 'resume', '', 'channels', 'connect']) {
      const refused = await press(portal, token, { act, company: 'alpenrad', purpose: 'newsletter' });
      expect(refused.status).toBe(400);
    }
    expect((await press(portal, token, { act: 'pause-all', pause: 'none' })).status).toBe(400);
    for (const fields of [
      { act: 'no', company: 'rheinstrom', purpose: 'energy-tips' },
      { act: 'take-back', company: 'rheinstrom' },
      { act: 'take-back', company: 'nowhere' },
      { act: 'no', company: 'alpenrad', purpose: 'energy-tips' },
    ]) {
      expect((await press(portal, token, fields)).status).toBe(404);
    }
    // No session comes of it.
    expect((await portal.get('/me')).status).toBe(302);
    expect(await size()).toBe(before);
    const { html } = await page(token);
    expect(html).not.toContain('Rheinstrom');
    expect((await portal.get(`/mail/${token}?taken=0-999999`)).status).toBe(200);
    const told = await (await portal.get(`/mail/${token}?taken=0-9999999`)).text();
    expect(told).not.toContain('Rheinstrom');
  });

  test.each(['0'.repeat(64), 'abc', `${'a'.repeat(63)}g`, '..%2e', 'A'.repeat(64)])(
    'forged as %s: says so, offers a new one, and does nothing',
    async (token) => {
      const { status, html } = await page(token);
      expect(status).toBe(410);
      expect(html).toContain('href="/mail"');
      const before = await size();
      await press(portal, token, { act: 'take-all-back' });
      expect((await oneClick(portal, token)).status).toBe(404);
      expect(await size()).toBe(before);
    },
  );

  test('on a device where somebody else is signed in it belongs to another account', async () => {
    const [visit, other] = [await newCustomer(), await newCustomer()];
    const token = await mailedToken(portal, visit.customerId);
    const { status, html } = await page(token, other.cookie);
    expect(status).toBe(410);
    expect(html).toContain('anderen Konto');
    await press(portal, token, { act: 'take-all-back' }, other.cookie);
    expect(await state(visit, 'alpenrad', 'newsletter')).toBe('granted');
    expect((await page(token, visit.cookie)).status).toBe(200);
  });

  test('a new address ends the links of the old one, and the old one hears of it', async () => {
    const visit = await newCustomer();
    const { core } = portal.services;
    const token = await mailedToken(portal, visit.customerId);
    const mailbox = createTestMailbox(core);
    await mailbox.collect();
    const [session] = await core.storage.read.signIn.sessionsOf(`customer:${visit.customerId}`);
    if (!session) throw new Error('no session');
    const fresh = { ...session, steppedUpAt: core.world.now() };
    const input = { customerId: visit.customerId, session: fresh };
    await changeAddress(core, { ...input, email: `neu-adresse@beispiel.at` });
    const mails = await mailbox.collect();
    const link = mails.find(({ to }) => to === `neu-adresse@beispiel.at`);
    if (!link) throw new Error('no mail');
    await confirmNewAddress(core, { ...input, token: tokenIn(link) });
    const told = await mailbox.collectOne();
    expect(told).toMatchObject({ to: visit.email, subject: 'Ihre E-Mail-Adresse ist neu' });
    expect((await page(token)).status).toBe(410);
    expect((await oneClick(portal, token)).status).toBe(404);
    await press(portal, token, { act: 'take-all-back' });
    expect(await state(visit, 'alpenrad', 'newsletter')).toBe('granted');
  });

  test('a new one comes by mail to whoever has an account; others get the same answer', async () => {
    const visit = await newCustomer();
    const mailbox = createTestMailbox(portal.services.core);
    await mailbox.collect();
    expect(await (await portal.get('/mail')).text()).toContain('name="email"');
    const answers = [];
    for (const email of [visit.email, 'niemand@beispiel.at'])
      answers.push(await portal.post('/mail', undefined, { email }));
    expect(answers.map(({ status, headers }) => [status, headers.get('location')])).toEqual([
      [303, '/mail/sent'],
      [303, '/mail/sent'],
    ]);
    const mail = await mailbox.collectOne();
    expect(mail.to).toBe(visit.email);
    const { status, html } = await page(tokenIn(mail));
    expect(status).toBe(200);
    expect(html).toContain('Rheinstrom');
    const typed = await portal.post('/mail', undefined, { email: 'keine-adresse' });
    expect(await typed.text()).toContain('value="keine-adresse"');
  });
});
