import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setCustomerNumber } from '#app/core/relationship/set-customer-number.ts';
import { type CustomerVisit, freshCustomer } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { textOf } from './firm.ts';

let portal: TestPortal;
let marketer: string;
beforeAll(async () => {
  portal = await startTestPortal();
  marketer = await portal.signIn('marketer-alpenrad');
});
afterAll(() => portal.stop());

let count = 0;
const newcomer = () => freshCustomer(portal, `gefragt${count++}@beispiel.at`, ['alpenrad']);

async function relationshipOf(visit: CustomerVisit) {
  const { read } = portal.services.core.storage;
  const company = await read.company.findBySlug('alpenrad');
  const found = company && (await read.relationship.findLive(visit.customerId, company.id));
  if (!found) throw new Error('not connected');
  return found;
}

const send = (person: string, fields: Record<string, string | string[]> = {}, purpose = 'newsletter') =>
  portal.post(`/company/ask/${purpose}`, marketer, {
    'intent-id': randomUUID(),
    person,
    reason: 'Sie waren bei uns.',
    ...fields,
  });
const page = async () => textOf(await (await portal.get('/company/ask', marketer)).text());
/** The table's row of this person. */
async function row(visit: CustomerVisit): Promise<string> {
  const { subject } = await relationshipOf(visit);
  const html = await (await portal.get('/company/ask', marketer)).text();
  const found = html.split(/<\/?tr>/).find((part) => part.includes(subject.slice(0, 8)));
  return textOf(`<body>${found ?? ''}`);
}

test('the form tells the same whether the question arrives, is held back, or meets a no', async () => {
  const [fresh, refused, paused, stopped] = [
    await newcomer(),
    await newcomer(),
    await newcomer(),
    await newcomer(),
  ];
  await refused.act('/me/companies/alpenrad/newsletter', { act: 'no', language: 'de' });
  await paused.act('/me/preferences', { act: 'pause', pause: 'week' });
  await stopped.act('/me/questions', { act: 'never', company: 'alpenrad' });
  const people = [fresh, refused, paused, stopped];
  for (const visit of people) {
    const response = await send((await relationshipOf(visit)).subject);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/company/ask?done=asked');
  }
  const rows = await Promise.all(people.map(row));
  const told = rows.map((text) => text.replace(/[0-9a-f]{8}/, '…'));
  expect(new Set(told).size).toBe(1);
  expect(told[0]).toContain('offen');
  // A no to the open question changes nothing in what the company reads; nor does "later".
  const { read } = portal.services.core.storage;
  const [question] = await read.consentRequest.ofCustomer(fresh.customerId, 1);
  await fresh.post(`/me/questions/${question?.id}`, { act: 'no', language: 'de' });
  expect((await row(fresh)).replace(/[0-9a-f]{8}/, '…')).toBe(told[0]);
});

test('answered shows exactly while the list of people shows the person', async () => {
  const visit = await newcomer();
  await send((await relationshipOf(visit)).subject);
  const path = '/me/companies/alpenrad/newsletter';
  const shown = await visit.get(path);
  const version = shown.hidden('version');
  await visit.act(path, { act: 'yes', version, language: 'de', channel: 'email' });
  expect(await row(visit)).toContain('beantwortet');
  const { subject } = await relationshipOf(visit);
  const link = `href="/company/people/${subject}?purpose=newsletter"`;
  const asked = async () => (await portal.get('/company/ask', marketer)).text();
  expect(await asked()).toContain(link);
  await visit.act(path, { act: 'no', language: 'de' });
  expect(await row(visit)).toContain('offen');
  expect(await asked()).not.toContain(link);
});

test('a person is found by the pairwise id or the company’s own number, never by e-mail', async () => {
  const visit = await newcomer();
  const relationship = await relationshipOf(visit);
  await setCustomerNumber(portal.services.core, relationship.id, 'A-4711');
  expect((await send('A-4711')).status).toBe(303);
  for (const unknown of [`gefragt${count - 1}@beispiel.at`, 'A-4712', '0'.repeat(32), '']) {
    const response = await send(unknown, {}, 'test-rides');
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('Sie waren bei uns.');
  }
  const elsewhere = await freshCustomer(portal, 'woanders@beispiel.at', ['rheinstrom']);
  const { read } = portal.services.core.storage;
  const rheinstrom = await read.company.findBySlug('rheinstrom');
  const theirs = rheinstrom && (await read.relationship.findLive(elsewhere.customerId, rheinstrom.id));
  expect((await send(theirs?.subject ?? '')).status).toBe(422);
  expect((await send(theirs?.subject.slice(0, 8) ?? '')).status).toBe(422);
  expect(await read.consentRequest.ofCustomer(elsewhere.customerId, 5)).toEqual([]);
});

test('the beginning of the id, as pages show it, is enough; seven signs are not', async () => {
  const { subject } = await relationshipOf(await newcomer());
  expect((await send(subject.slice(0, 7))).status).toBe(422);
  expect((await send(subject.slice(0, 8).toUpperCase())).status).toBe(303);
  const shown = textOf(
    await (await portal.get(`/company/people/${subject}?purpose=similar-products`, marketer)).text(),
  );
  expect(shown.replaceAll(' ', '')).toContain(subject);
});

test('the heading says what the page is for, the summary which field is meant', async () => {
  const empty = textOf(await (await send('', { reason: '' })).text());
  expect(empty).toContain('Um ein Ja bitten: Neues rund ums Rad');
  expect(empty).toContain('Kundennummer oder Kennung: Bitte füllen Sie dieses Feld aus.');
  expect(empty).toContain('Warum Sie fragen: Bitte füllen Sie dieses Feld aus.');
});

test('what the company can count itself is said: asked this year, allowed already', async () => {
  const visit = await newcomer();
  const { subject } = await relationshipOf(visit);
  await send(subject);
  expect(textOf(await (await send(subject)).text())).toContain('in den letzten zwölf Monaten schon gefragt');
  const path = '/me/companies/alpenrad/newsletter';
  const version = (await visit.get(path)).hidden('version');
  await visit.act(path, { act: 'yes', version, language: 'de', channel: 'email' });
  expect(textOf(await (await send(subject)).text())).toContain('Diese Person hat das schon erlaubt.');
});

test('only marketers of the company see the pages; a purpose without a choice is not there', async () => {
  const [other, officer, anna] = await Promise.all(
    ['marketer-rheinstrom', 'officer-alpenrad', 'anna'].map((slug) => portal.signIn(slug)),
  );
  expect((await portal.get('/company/ask/newsletter', marketer)).status).toBe(200);
  expect((await portal.get('/company/ask/newsletter', other)).status).toBe(404);
  for (const cookie of [officer, anna]) {
    expect((await portal.get('/company/ask', cookie)).status).toBe(404);
    expect((await portal.post('/company/ask/newsletter', cookie, { person: 'x' })).status).toBe(404);
  }
  for (const slug of ['similar-products', 'warranty', 'energy-tips'])
    expect((await portal.get(`/company/ask/${slug}`, marketer)).status).toBe(404);
  expect(await page()).toContain('Jemanden um ein Ja bitten');
});

test('a wish for a field that is needed or not asked for is refused; what was typed stays', async () => {
  const visit = await newcomer();
  const { subject } = await relationshipOf(visit);
  const response = await send(subject, { fields: ['email', 'meter-number'] });
  expect(response.status).toBe(422);
  expect(await response.text()).toContain('nicht frei wählbar');
  const long = await send(subject, { reason: 'x'.repeat(401) });
  expect(long.status).toBe(422);
});
