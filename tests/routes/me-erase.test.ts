import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE_MS } from '#app/core/shared/calendar.ts';
import { openSession } from '#app/core/sign-in/open-session.ts';
import { customerPrincipal } from '#app/core/sign-in/principal.ts';
import { type CustomerVisit, freshCustomer, visitAs } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal({ environment: { LOG_LEVEL: 'trace' } });
});
afterAll(() => portal.stop());

/** The same person, having just typed a fresh code. */
async function steppedUp({ customerId }: CustomerVisit): Promise<CustomerVisit> {
  const { core, auth } = portal.services;
  const wish = { principal: customerPrincipal(customerId), remember: false, steppedUp: true };
  const opened = await core.storage.transact((tx) => openSession(core, tx, wish, core.world.now()));
  return visitAs(portal, customerId, auth.cookie(opened).split(';')[0] ?? '');
}

test('without a fresh code the page tells, and the button is not taken', async () => {
  const anna = await freshCustomer(portal, 'ohne-code@beispiel.at', ['alpenrad']);
  portal.world.advance(6 * MINUTE_MS);
  const page = await anna.get('/me/leave');
  expect(page.status).toBe(200);
  expect(page.html).toContain('href="/me/export"');
  expect(page.html).toContain('/step-up?to=%2Fme%2Fleave');
  const answer = await anna.post('/me/leave', {});
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toContain('/step-up');
  expect(await portal.services.core.storage.read.customer.find(anna.customerId)).toBeDefined();
});

test('with it the account goes, every session with it, and the address is free again', async () => {
  const first = await freshCustomer(portal, 'geht-ganz@beispiel.at', ['alpenrad', 'rheinstrom']);
  const anna = await steppedUp(first);
  const page = await anna.get('/me/leave');
  expect(page.text).toContain('Konto jetzt auflösen');
  expect(page.text).toContain('Alpenrad');
  const answer = await anna.post('/me/leave', {});
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/left');
  expect(answer.headers.get('clear-site-data')).toContain('cache');
  for (const { cookie } of [first, anna]) {
    const after = await portal.get('/me', cookie);
    expect(after.status).toBe(302);
    expect(after.headers.get('location')).toContain('/sign-in');
  }
  expect((await anna.post('/me/leave', {})).status).toBe(302);
  const again = await freshCustomer(portal, 'geht-ganz@beispiel.at', ['alpenrad']);
  expect(again.customerId).not.toBe(anna.customerId);
});

test('the last page names nobody and takes no nonsense', async () => {
  const text = async (path: string) => (await portal.get(path)).text();
  expect(await text('/left?until=2029-12-31&told=2')).toContain('31. Dezember 2029');
  for (const query of ['until=2029-99-99', 'until=%3Cscript%3E&told=-1', 'told=99999999']) {
    const page = await portal.get(`/left?${query}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Es bleibt kein Nachweis.');
  }
});

test('the officer still finds the proof by the address, and nothing else of the person', async () => {
  const anna = await steppedUp(await freshCustomer(portal, 'beweis@beispiel.at', ['alpenrad']));
  const { core } = portal.services;
  const [relationship] = await core.storage.read.relationship.ofCustomer(anna.customerId);
  await anna.post('/me/leave', {});
  const officer = await portal.signIn('officer-alpenrad');
  const found = await portal.post('/officer/log', officer, { who: 'beweis@beispiel.at' });
  expect(found.status).toBeLessThan(500);
  const page = await portal.get(`/officer/customers/${relationship?.subject}`, officer);
  expect(page.status).toBe(200);
  const html = await page.text();
  expect(html).not.toContain('beweis@beispiel.at');
  expect(html).not.toContain(anna.customerId);
  const marketer = await portal.signIn('marketer-alpenrad');
  expect(
    (await portal.get(`/company/people/${relationship?.subject}?purpose=newsletter`, marketer)).status,
  ).toBe(404);
  const leaked = portal.logLines.filter(
    (line) => /beweis@beispiel\.at/.test(line) || line.includes(anna.customerId),
  );
  expect(leaked).toEqual([]);
});
