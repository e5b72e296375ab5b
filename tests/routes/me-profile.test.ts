import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import { type CustomerVisit, freshCustomer } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let visit: CustomerVisit;

beforeAll(async () => {
  portal = await startTestPortal();
  visit = await freshCustomer(portal, 'profil@beispiel.at');
});
afterAll(() => portal.stop());

const own = () => readOwn(portal.services.core, visit.customerId);

test('is filled in group by group with no company and no consent', async () => {
  const page = await visit.act('/me/profile/identity', {
    'value.salutation': 'ms',
    'value.given-name': '  Clara ',
    'value.family-name': 'Moosbrugger',
    'value.title': '',
  });
  expect(page.text).toContain('Gespeichert.');
  expect(page.text).toContain('Von Ihren Angaben darf niemand etwas sehen.');
  expect((await own())['given-name']).toMatchObject({ value: 'Clara', source: 'customer', verifiedAt: null });
  await visit.act('/me/profile/interests', {
    'value.interests': ['coffee', 'repair'],
    'value.contact-time': 'evening',
  });
  expect((await own()).interests?.value).toEqual(['repair', 'coffee']);
});

test('shows each wrong value beside its field and keeps everything that was typed', async () => {
  const before = await own();
  const page = await visit.act('/me/profile/contact', {
    'value.mobile': '0660 1234567',
    'value.landline': '12',
  });
  expect(page.status).toBe(422);
  expect(page.text).toContain('2 Angaben passen noch nicht.');
  expect(page.html).toContain('href="#value.mobile"');
  expect(page.html).toContain('href="#value.landline"');
  expect(page.html).toContain('value="0660 1234567"');
  expect(page.html).toMatch(
    /id="value.mobile"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*id="value.mobile"/,
  );
  expect(await own()).toEqual(before);
});

test.each([
  ['birth', 'value.birth-date', '2090-01-01', 'Zukunft'],
  ['birth', 'value.birth-date', '2001-02-30', 'Dieses Datum gibt es nicht'],
  ['household', 'value.household-size', '0', 'von 1 bis 20'],
  ['household', 'value.home-type', 'castle', 'aus der Liste'],
  ['address', 'value.postal-code', 'ABC', 'vier oder fünf Ziffern'],
  ['address', 'value.street', 'x'.repeat(121), '120 Zeichen'],
])('%s: %s = %s is refused in words', async (group, name, value, words) => {
  const page = await visit.act(`/me/profile/${group}`, { [name]: value });
  expect(page.status).toBe(422);
  expect(page.text).toContain(words);
});

test('never takes the address here, nor a field of another group', async () => {
  await visit.act('/me/profile/contact', { 'value.email': 'other@beispiel.at', 'value.given-name': 'Eve' });
  const now = await own();
  expect(now.email?.value).toBe('profil@beispiel.at');
  expect(now['given-name']?.value).toBe('Clara');
  const page = await visit.get('/me/profile/contact');
  expect(page.html).toContain('href="/me/account/address"');
  expect(page.html).not.toContain('name="value.email"');
});

test('says for each field who may see it now, from the permission itself', async () => {
  await visit.act('/me/companies', { company: 'alpenrad' });
  const page = await visit.get('/me/profile');
  expect(page.text).toMatch(/Vorname Clara Alpenrad sieht es für: Passendes zu Ihrem Kauf/);
  expect(page.text).toMatch(/Anrede Frau Niemand darf es sehen\./);
  await visit.act('/me/preferences', { act: 'pause', pause: 'week' });
  expect((await visit.get('/me/profile')).text).toMatch(/Vorname Clara Niemand darf es sehen\./);
});

test('an empty form clears what was there', async () => {
  await visit.act('/me/profile/interests', {});
  expect((await own()).interests).toBeUndefined();
});

test('the account keeps the language for pages and mails', async () => {
  const response = await visit.post('/me/account', { language: 'en' });
  expect(response.headers.get('set-cookie')).toContain('lang=en');
  const customer = await portal.services.core.storage.read.customer.find(visit.customerId);
  expect(customer?.language).toBe('en');
  expect((await visit.get('/me/account')).text).toContain('My account');
  expect((await visit.post('/me/account', { language: 'xx' })).status).toBe(400);
});
