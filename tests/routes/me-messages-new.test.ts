import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CustomerVisit, freshCustomer } from '#tests/support/customer-visit.ts';
import { jpegWithPlace } from '#tests/support/pictures.ts';
import { sendPictures } from '#tests/support/send-pictures.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { textOf } from './company/firm.ts';

let portal: TestPortal;
let visit: CustomerVisit;
let marketer: string;

beforeAll(async () => {
  portal = await startTestPortal();
  visit = await freshCustomer(portal, 'gespraech@beispiel.at', ['alpenrad', 'rheinstrom']);
  marketer = await portal.signIn('marketer-alpenrad');
});
afterAll(() => portal.stop());

const NEW = '/me/messages/new?company=alpenrad';
const WISH = { concern: 'need', title: 'Winterreifen', text: 'Bitte bis Freitag.\nDanke!', wishedBy: '' };

const send = (
  path: string,
  fields: Readonly<Record<string, string>>,
  pictures: readonly Buffer[] = [],
  cookie = visit.cookie,
) => sendPictures(portal, cookie, path, fields, pictures);

async function begin(fields: Readonly<Record<string, string>> = WISH, pictures: readonly Buffer[] = []) {
  const response = await send(NEW, fields, pictures);
  const location = response.headers.get('location') ?? '';
  expect(response.status, await response.text()).toBe(303);
  return location.split('?')[0] ?? '';
}

const idOf = (path: string) => path.split('/').at(-1) ?? '';
const staffPage = async (path: string, cookie = marketer) => {
  const response = await portal.get(path, cookie);
  return { status: response.status, text: textOf(await response.text()) };
};

test('staff answer with a picture the same way: cleaned, and served to the two sides only', async () => {
  const path = await begin({ ...WISH, title: 'Welcher Sattel?' });
  const staff = `/company/messages/${idOf(path)}`;
  const answer = { text: 'Dieser hier.' };
  const disguised = await send(staff, answer, [Buffer.from('%PDF-1.7, called IMG_0001.jpg')], marketer);
  expect(disguised.status).toBe(422);
  const again = await disguised.text();
  expect(again).toMatch(/id="pictures-error"/);
  expect(again).toContain('Dieser hier.');
  expect((await visit.get(path)).text).not.toContain('Dieser hier.');
  expect((await send(staff, answer, [jpegWithPlace()], marketer)).status).toBe(303);
  const page = await visit.get(path);
  const [picture = ''] = [...page.html.matchAll(/src="(\/me\/messages\/[^"]+)"/g)].map((match) => match[1]);
  const shown = await portal.get(picture, visit.cookie);
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  const bytes = Buffer.from(await shown.arrayBuffer());
  expect([bytes.includes('JFIF'), bytes.includes('GPS')]).toEqual([true, false]);
  const asStaff = picture.replace('/me/', '/company/');
  expect((await portal.get(asStaff, marketer)).status).toBe(200);
  const other = await freshCustomer(portal, 'vierte@beispiel.at', ['alpenrad']);
  for (const [address, cookie] of [
    [picture, other.cookie],
    [asStaff, await portal.signIn('marketer-rheinstrom')],
    [asStaff.replace('/company/', '/officer/'), await portal.signIn('officer-alpenrad')],
  ] as const)
    expect((await portal.get(address, cookie)).status, address).toBe(404);
});

test('everything that is missing is said at once', async () => {
  const sent = await send('/me/messages/new', { ...WISH, concern: '', title: ' ', text: '' });
  expect(sent.status).toBe(422);
  const page = await sent.text();
  for (const id of ['company', 'concern', 'title', 'text']) expect(page).toContain(`id="${id}-error"`);
});

test('what is new is said on home, in the list and to staff, until somebody opens the page', async () => {
  const customer = await freshCustomer(portal, 'neues@beispiel.at', ['alpenrad']);
  const reader = visit;
  visit = customer;
  const path = await begin({ ...WISH, title: 'Gibt es Spikes?' });
  visit = reader;
  const staff = `/company/messages/${idOf(path)}`;
  const listed = async () => /(Neu )?Gibt es Spikes\?/.exec((await staffPage('/company/messages')).text)?.[1];
  expect(await listed()).toBe('Neu ');
  const asked = await staffPage(staff);
  expect(asked.text).toMatch(/Bitte antworten Sie bis .* Die Person wartet seit/);
  expect(await listed()).toBeUndefined();
  expect((await staffPage('/company')).text).toMatch(/warte[tn] auf Ihre Antwort/);
  portal.world.advance(1000);
  const answer = { text: 'Ja, in drei Breiten.', 'intent-id': randomUUID() };
  expect((await portal.post(staff, marketer, answer)).status).toBe(303);

  const NEW_ANSWER = 'Eine neue Antwort von Alpenrad.';
  const isNew = async () => (await customer.get('/me/messages')).text.includes(NEW_ANSWER);
  const home = await customer.get('/me');
  expect(home.text).toContain(NEW_ANSWER);
  expect(home.html).toContain(`href="${path}"`);
  expect((await customer.get('/me/companies/alpenrad')).text).toContain(NEW_ANSWER);
  expect((await customer.get('/me/messages')).text).toContain('Neu Gibt es Spikes?');
  // Nobody has looked: fetched ahead, asked for its head, as a picture of another page, or by somebody else.
  const { cookie } = customer;
  for (const headers of [
    { 'sec-purpose': 'prefetch;prerender' },
    { purpose: 'prefetch' },
    { 'sec-fetch-dest': 'image' },
  ])
    await portal.request(path, { headers: { cookie, ...headers } });
  await portal.request(path, { method: 'HEAD', headers: { cookie } });
  await portal.get(staff, marketer);
  await visit.get(path);
  expect(await isNew()).toBe(true);
  expect((await customer.get(path, { 'sec-fetch-dest': 'document' })).text).toContain('in drei Breiten');
  expect(await isNew()).toBe(false);
  expect((await customer.get('/me')).text).not.toContain('neue Antwort');
  // Whether the customer has read is not told to the company.
  const before = await staffPage(staff);
  await customer.get(path);
  expect((await staffPage(staff)).text).toBe(before.text);
});
