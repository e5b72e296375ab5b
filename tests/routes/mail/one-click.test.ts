import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureMailLink, MAIL_LINK_MS } from '#app/core/mail/mail-link.ts';
import { addMs } from '#app/core/shared/calendar.ts';
import { wantYearlyReminder } from '#app/core/yearly/yearly-reminder.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { type MailCustomer, mailedToken, newMailCustomer, oneClick, press } from './mail-visit.ts';

describe("the mail program's own button", () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startTestPortal();
  });
  afterAll(() => portal.stop());

  const newCustomer = () => newMailCustomer(portal);
  const size = async () => (await portal.services.core.storage.read.ledger.state())?.size ?? 0;
  const state = async (visit: MailCustomer, company: string, purpose: string) =>
    (await visit.consent(company, purpose))?.standing.state;
  const page = async (token: string) => {
    const response = await portal.get(`/mail/${token}`);
    return { status: response.status, html: await response.text() };
  };

  test("ends that company's advertising, from anywhere, without a cookie, once", async () => {
    const visit = await newCustomer();
    const token = await mailedToken(portal, visit.customerId, 'alpenrad');
    expect((await oneClick(portal, token)).status).toBe(200);
    expect(await state(visit, 'alpenrad', 'newsletter')).toBe('withdrawn');
    expect(await state(visit, 'alpenrad', 'similar-products')).toBe('objected');
    expect(await state(visit, 'alpenrad', 'service-reminder')).toBe('granted');
    expect(await state(visit, 'rheinstrom', 'energy-tips')).toBe('granted');
    const before = await size();
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://mail.example' };
    expect((await oneClick(portal, token, foreign)).status).toBe(200);
    expect(await size()).toBe(before);
  });

  test('takes exactly its own body, and a cookie means nothing to it', async () => {
    const visit = await newCustomer();
    const token = await mailedToken(portal, visit.customerId, 'alpenrad');
    const before = await size();
    for (const body of ['', 'List-Unsubscribe=One-click', 'act=take-all-back', 'List-Unsubscribe=']) {
      expect((await oneClick(portal, token, { cookie: visit.cookie }, body)).status).toBe(400);
    }
    expect(await size()).toBe(before);
    // Nothing else is reachable under its name: the origin guard looks away there.
    for (const path of [
      `/mail/${token}/one-click?_data=routes%2Fme%2Ftake-back`,
      `/mail/${token}/one-click/`,
      `/mail/${token}/one-click/x`,
    ]) {
      const response = await portal.request(path, {
        method: 'POST',
        body: 'act=take-back',
        headers: {
          cookie: visit.cookie,
          origin: 'https://evil.example',
          'content-type': 'application/x-www-form-urlencoded',
        },
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
    }
    expect(await size()).toBe(before);
    const opened = await portal.get(`/mail/${token}/one-click`);
    expect([opened.status, opened.headers.get('location')]).toEqual([302, `/mail/${token}`]);
  });

  test('still says no when the link is too old for the page', async () => {
    const visit = await newCustomer();
    const token = await mailedToken(portal, visit.customerId, 'alpenrad');
    const { world } = portal;
    world.set(addMs(world.now(), MAIL_LINK_MS));
    const { status, html } = await page(token);
    expect(status).toBe(410);
    expect(html).toContain('zu alt');
    await press(portal, token, { act: 'take-all-back' });
    expect(await state(visit, 'alpenrad', 'newsletter')).toBe('granted');
    expect((await oneClick(portal, token)).status).toBe(200);
    expect(await state(visit, 'alpenrad', 'newsletter')).toBe('withdrawn');
  });

  test.each([
    ['profile-review', 'values that grew old'],
    ['yearly-look', 'the yearly look'],
  ])('of a reminder (%s) ends the reminders about %s, and nothing else', async (template) => {
    const visit = await newCustomer();
    const { core } = portal.services;
    const { customerId } = visit;
    await wantYearlyReminder(core, customerId, true);
    const before = await size();
    const link = { id: core.world.newId(), template, customerId, companyId: null };
    const token = await ensureMailLink(core, link);
    expect((await page(token)).html).toContain('value="no-reminder"');
    const pressed = template === 'yearly-look' ? await oneClick(portal, token) : undefined;
    if (!pressed) await press(portal, token, { act: 'no-reminder' });
    expect((await core.storage.read.profile.reminder(customerId)).off).toBe(template === 'profile-review');
    expect((await core.storage.read.yearly.reminder(customerId)) === undefined).toBe(
      template === 'yearly-look',
    );
    expect(await size()).toBe(before);
    const receipt = await mailedToken(portal, customerId);
    expect((await page(receipt)).html).not.toContain('no-reminder');
    expect((await press(portal, receipt, { act: 'no-reminder' })).status).toBe(404);
  });
});
