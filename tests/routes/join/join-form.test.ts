import { afterAll, beforeAll, expect, test } from 'vitest';
import { EVEN_TIME_MS } from '#app/auth/even-time.ts';
import { parseCard } from '#app/core/purpose/purpose-card.ts';
import { deliverMail } from '#app/core/vault/doors/deliver-mail.ts';
import { CustomerId } from '#schema/ids.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { JOIN, type JoinVisit, usualAnswers, visitJoin } from './join-visit.ts';

let portal: TestPortal;
let visit: JoinVisit;
beforeAll(async () => {
  portal = await startTestPortal();
  visit = visitJoin(portal);
});
afterAll(() => portal.stop());

let count = 0;
const newEmail = () => `formular${++count}@beispiel.at`;
const page = async (headers: Record<string, string> = {}) => {
  const response = await portal.request(JOIN, { headers });
  expect(response.status).toBe(200);
  return response.text();
};
const current = async () => {
  const { read } = portal.services.core.storage;
  const company = await read.company.findBySlug('alpenrad');
  return company ? read.purpose.current(company.id) : [];
};
const asked = async () => (await current()).filter(({ purpose }) => purpose.basis === 'consent');

test('a fresh page has three answers a purpose and nothing chosen', async () => {
  const html = await page();
  expect(html).not.toMatch(/\schecked(?:=""|\s|>)/);
  const purposes = await asked();
  expect(purposes.length).toBeGreaterThan(2);
  for (const { purpose } of purposes) {
    const answers = [
      ...html.matchAll(new RegExp(`type="radio"[^>]*name="answer-${purpose.slug}" value="(\\w+)"`, 'g')),
    ];
    expect(answers.map(([, value]) => value)).toEqual(['yes', 'no', 'open']);
  }
  const told = (await current()).filter(({ purpose }) => purpose.basis !== 'consent');
  expect(told.length).toBeGreaterThan(0);
  for (const { purpose } of told) expect(html).not.toContain(`answer-${purpose.slug}`);
});

test.each([
  ['de', { 'accept-language': 'de-AT' }],
  ['en', { 'accept-language': 'en-GB,de;q=0.5' }],
  ['en', { 'accept-language': 'de', cookie: 'lang=en' }],
] as const)('the texts are the frozen ones in %s', async (language, headers) => {
  const html = await page(headers);
  expect(html).toContain(`<html lang="${language === 'de' ? 'de-AT' : 'en'}"`);
  const plain = html.replaceAll('&#x27;', "'").replaceAll('&amp;', '&').replaceAll('&quot;', '"');
  for (const { version } of await asked()) {
    const stored = await portal.services.core.storage.read.purpose.card(version.id, language);
    const card = parseCard(stored?.card ?? '{}');
    for (const text of [
      card.title,
      card.what,
      card.benefitCustomer,
      card.benefitCompany,
      card.onNo,
      card.retention,
    ])
      expect(plain).toContain(text);
    expect(plain).toContain(card.legalNote);
  }
});

test('an unknown company is not there', async () => {
  for (const path of ['/join/nobody', '/join/nobody/sent', '/join/ALPENRAD', '/join/alpenrad/x'])
    expect((await portal.get(path)).status).toBe(404);
});

test('a browser that asks not to share is answered in words', async () => {
  expect(await page()).not.toContain('Ihr Browser bittet');
  expect(await page({ 'sec-gpc': '1' })).toContain('Ihr Browser bittet');
  expect(await page({ 'sec-gpc': '0' })).not.toContain('Ihr Browser bittet');
});

test('who is signed in is shown the way without a mail', async () => {
  const html = await page({ cookie: await portal.signIn('anna') });
  expect(html).toContain('href="/me/companies/alpenrad"');
  // Connected already: nothing is asked a second time.
  expect(html).toContain('Sie sind schon mit Alpenrad verbunden.');
  expect(html).not.toContain('name="email"');
  expect(await page()).toContain('href="/sign-in?to=/join/alpenrad"');
});

test('every problem at once: summary, text beside the input, everything typed kept, nothing sent', async () => {
  const form = await visit.freshForm();
  const size = await visit.logSize();
  const response = await visit.send({
    ...form,
    email: 'clara@<b>',
    'answer-ride-advice': 'yes',
    'field-ride-advice': ['home-type'],
    'answer-test-rides': 'yes',
    'channel-test-rides': ['email'],
    'answer-newsletter': 'no',
    'value.postal-code': '12"3',
    'value.home-type': 'flat',
  });
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(html).toContain('href="#email"');
  expect(html).toContain('href="#channel-ride-advice"');
  expect(html).toContain('href="#age-14"');
  expect(html).toContain('href="#value.needs"');
  expect(html).toContain('href="#value.country"');
  expect(html).toContain('href="#value.postal-code"');
  expect(html).toContain('id="value.postal-code-error"');
  expect(html).toContain('value="clara@&lt;b&gt;"');
  expect(html).toContain('value="12&quot;3"');
  const checked = [...html.matchAll(/<input[^>]*checked=""[^>]*>/g)].map(([tag]) => [
    /name="([^"]+)"/.exec(tag)?.[1],
    /value="([^"]+)"/.exec(tag)?.[1],
  ]);
  expect(checked).toEqual([
    ['answer-newsletter', 'no'],
    ['answer-test-rides', 'yes'],
    ['channel-test-rides', 'email'],
    ['answer-ride-advice', 'yes'],
    ['field-ride-advice', 'home-type'],
  ]);
  expect(html).toMatch(/<option[^>]*selected=""[^>]*value="flat"|<option value="flat" selected=""/);
  expect(await visit.logSize()).toBe(size);
});

test('the same answer for a new, an unconfirmed and a known address, in the same time', async () => {
  const email = newEmail();
  const form = await visit.freshForm();
  const known = await addressOf('anna');
  for (const address of [email, email, known]) {
    const startedAt = performance.now();
    const response = await visit.send({ ...form, ...usualAnswers, email: address });
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(EVEN_TIME_MS - 5);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/join/alpenrad/sent');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await visit.linkFor(address)).toMatch(/^\/join\/confirm\//);
  }
  expect(await (await portal.get('/join/alpenrad/sent')).text()).not.toContain(email);
});

test('too young: a yes comes back with the reason, the same answers without a yes are taken', async () => {
  const email = newEmail();
  const form = { ...(await visit.freshForm()), ...usualAnswers, email, 'age-14': 'no' };
  const response = await visit.send(form);
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(html).toContain('Unter 14 Jahren können nur die Eltern Ja sagen.');
  expect((await visit.send({ ...form, 'answer-newsletter': 'no' })).status).toBe(303);
  await visit.press(await visit.linkFor(email));
  expect(await visit.consents(email)).toMatchObject({ newsletter: { state: 'refused' } });
  expect((await visit.customer(email))?.age).toMatchObject({ fourteen: false, sixteen: false });
});

test('what was not asked for is not looked at', async () => {
  const email = newEmail();
  const form = await visit.freshForm();
  const response = await visit.send({
    ...form,
    ...usualAnswers,
    email,
    'field-newsletter': ['given-name', 'mobile', '__proto__', 'landline'],
    'channel-newsletter': ['phone'],
    'answer-similar-products': 'yes',
    'answer-__proto__': 'yes',
    role: 'officer',
    companyId: 'x',
    'value.family-name': 'Heimlich',
    'value.email': 'other@beispiel.at',
  });
  expect(response.status).toBe(303);
  await visit.press(await visit.linkFor(email));
  expect(await visit.consents(email)).toMatchObject({
    newsletter: { state: 'granted', fields: ['email', 'given-name'], channels: ['email'] },
  });
  expect(Object.keys(await visit.consents(email)).sort()).toEqual(['newsletter', 'test-rides']);
});

test('a yes to a text that is no longer asked for comes back empty', async () => {
  const form = await visit.freshForm();
  const response = await visit.send({
    ...form,
    ...usualAnswers,
    'version-newsletter': '0'.repeat(32),
    email: newEmail(),
  });
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(html).toContain('href="#answer-newsletter"');
  expect(html).not.toMatch(/name="answer-newsletter"[^>]*checked=""/);
});

test('many tries are stopped with the time when it goes on; nothing typed is lost', async () => {
  const form = await visit.freshForm();
  const email = newEmail();
  const statuses: number[] = [];
  let last: Response | undefined;
  for (let index = 0; index < 6; index += 1) {
    last = await visit.send({ ...form, ...usualAnswers, email });
    statuses.push(last.status);
  }
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  const html = await last?.text();
  expect(html).toContain('href="#email"');
  expect(html).toContain(`value="${email}"`);
  expect(html).toContain('value="Clara"');
});

test('another site cannot send the form', async () => {
  const form = await visit.freshForm();
  const fields = { ...form, ...usualAnswers, email: newEmail() };
  expect((await visit.send(fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
});

async function addressOf(slug: string): Promise<string> {
  const person = portal.services.demoPeople().find((one) => one.slug === slug);
  const id = CustomerId.parse(person?.principal.split(':')[1]);
  return (await deliverMail(portal.services.core, id)) ?? '';
}
