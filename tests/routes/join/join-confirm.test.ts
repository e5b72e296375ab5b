import { afterAll, beforeAll, expect, test } from 'vitest';
import { releasePurpose } from '#app/core/purpose/release-purpose.ts';
import { DAY_MS, HOUR_MS } from '#app/core/shared/calendar.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { type JoinVisit, usualAnswers, visitJoin } from './join-visit.ts';

let portal: TestPortal;
let visit: JoinVisit;
beforeAll(async () => {
  portal = await startTestPortal();
  visit = visitJoin(portal);
});
afterAll(() => portal.stop());

let count = 0;
const newEmail = () => `bestaetigt${++count}@beispiel.at`;
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';

test('opening the link twice changes nothing and tells nothing but the company; the button does it all', async () => {
  const email = newEmail();
  const link = await visit.sendUsual(email);
  const size = await visit.logSize();
  for (const _ of [1, 2]) {
    const response = await portal.get(link);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const html = await response.text();
    expect(html).toContain('Alpenrad');
    for (const secret of [email, 'Clara', 'newsletter', 'Neues rund ums Rad', 'Probefahrten'])
      expect(html).not.toContain(secret);
  }
  expect((await portal.request(link, { method: 'HEAD' })).status).toBe(200);
  expect(await visit.logSize()).toBe(size);
  expect(await visit.customer(email)).toMatchObject({ status: 'unconfirmed' });

  const response = await visit.press(link);
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/me/joined/alpenrad');
  expect(await visit.customer(email)).toMatchObject({ status: 'active' });
  expect(await visit.consents(email)).toMatchObject({
    newsletter: { state: 'granted', fields: ['email', 'given-name', 'interests'], channels: ['email'] },
    'test-rides': { state: 'refused' },
  });
  const receipt = await portal.get('/me/joined/alpenrad', cookieOf(response));
  expect(receipt.status).toBe(200);
  const html = await receipt.text();
  expect(html).toContain('Neues rund ums Rad');
  expect(html).toContain('Interessen');
  expect(html).toContain('/me/companies/alpenrad/newsletter');
  const { report } = await portal.services.checkLog();
  expect(report?.faults).toEqual([]);
});

test('the receipt belongs to its owner', async () => {
  expect((await portal.get('/me/joined/alpenrad')).status).toBe(302);
  expect((await portal.get('/me/joined/alpenrad', await portal.signIn('marketer-alpenrad'))).status).toBe(
    404,
  );
  expect((await portal.get('/me/joined/nobody', await portal.signIn('anna'))).status).toBe(404);
});

test('ten presses at once: one event a purpose, and every answer is a way on', async () => {
  const email = newEmail();
  const link = await visit.sendUsual(email);
  const answers = await Promise.all(Array.from({ length: 10 }, () => visit.press(link)));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(303));
  const places = answers.map(({ headers }) => headers.get('location'));
  expect(places.filter((place) => place === '/me/joined/alpenrad')).toHaveLength(1);
  expect(places.filter((place) => place === link)).toHaveLength(9);
  expect((await visit.records(email)).map(({ kind }) => kind).sort()).toEqual(['granted', 'refused']);

  const winner = answers.find(({ headers }) => headers.get('location') === '/me/joined/alpenrad');
  const again = await portal.get(link, cookieOf(winner ?? new Response()));
  expect(again.headers.get('location')).toBe('/me/joined/alpenrad');
});

test('a link that was used, is old or is none says so and leads on', async () => {
  const used = await visit.sendUsual(newEmail());
  await visit.press(used);
  const old = await visit.sendUsual(newEmail());
  const gone = await portal.get(used);
  expect(gone.status).toBe(410);
  expect(await gone.text()).toContain('href="/sign-in"');
  portal.world.advance(DAY_MS);
  const late = await visit.press(old);
  expect(late.headers.get('location')).toBe(old);
  const expired = await portal.get(old);
  expect(expired.status).toBe(410);
  expect(await expired.text()).toContain('href="/join/alpenrad"');
  const none = await portal.get('/join/confirm/nonsense');
  expect(none.status).toBe(410);
  expect((await visit.press('/join/confirm/nonsense')).status).toBe(303);
});

test('the form and its language stand in the evidence, and so does the wish not to share', async () => {
  const email = newEmail();
  const askedAt = portal.world.now();
  const form = await visit.freshForm({ 'accept-language': 'en' });
  const sent = await visit.send(
    { ...form, ...usualAnswers, email },
    { 'accept-language': 'en', 'sec-gpc': '1' },
  );
  expect(sent.status).toBe(303);
  const link = await visit.linkFor(email);
  const pressedAt = portal.world.advance(HOUR_MS);
  await visit.press(link);
  const granted = (await visit.records(email)).find(({ kind }) => kind === 'granted');
  expect(granted).toMatchObject({
    language: 'en',
    gpc: true,
    method: 'join',
    source: '/join/alpenrad',
    evidence: { 'asked-at': askedAt, 'confirmed-at': pressedAt },
  });
  expect(await visit.customer(email)).toMatchObject({ language: 'en' });
});

test('a text that changed meanwhile is not granted, said kindly and asked on its page', async () => {
  const email = newEmail();
  const form = await visit.freshForm();
  const answers = {
    'answer-newsletter': 'no',
    'answer-test-rides': 'yes',
    'channel-test-rides': 'email',
    'age-14': 'yes',
  };
  const values = { 'value.country': 'at', 'value.postal-code': '6900' };
  await visit.send({ ...form, ...answers, ...values, email });
  const { core } = portal.services;
  const company = await core.storage.read.company.findBySlug('alpenrad');
  const known = company && (await core.storage.read.purpose.findBySlug(company.id, 'test-rides'));
  const version = known && (await core.storage.read.purpose.currentVersion(known.id));
  if (!version) throw new Error('no such purpose');
  await releasePurpose(core, {
    companyId: known.companyId,
    slug: known.slug,
    position: known.position,
    content: version.content,
    kind: 'change',
    oldScopeUntil: core.world.now(),
  });
  const response = await visit.press(await visit.linkFor(email));
  expect(response.headers.get('location')).toBe('/me/joined/alpenrad?changed=test-rides');
  expect(await visit.consents(email)).toMatchObject({ newsletter: { state: 'refused' } });
  expect(await visit.consents(email)).not.toHaveProperty('test-rides');
  const html = await (await portal.get('/me/joined/alpenrad?changed=test-rides', cookieOf(response))).text();
  expect(html).toContain('Dieser Text ist neu');
});
