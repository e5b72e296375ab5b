import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveFields } from '#app/core/profile/save-fields.ts';
import { type CustomerVisit, freshCustomer, sayYes } from '#tests/support/customer-visit.ts';
import { FULL_PROFILE } from '#tests/support/lived-portal.ts';
import { jpegWithPlace, PNG_DOT } from '#tests/support/pictures.ts';
import { sendPictures } from '#tests/support/send-pictures.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let dora: CustomerVisit;
let marketer: string;
let page: string;

const WORD = { title: 'Neue Strecke', text: 'Am Fluss entlang, auf dem Bild.' };
const MIB = 1024 * 1024;

beforeAll(async () => {
  portal = await startTestPortal();
  marketer = await portal.signIn('marketer-alpenrad', { steppedUp: true });
  dora = await freshCustomer(portal, 'erstes@wort.example', ['alpenrad']);
  await saveFields(portal.services.core, dora.customerId, FULL_PROFILE);
  const yes = await sayYes(dora, '/me/companies/alpenrad/ride-advice', {
    channel: 'portal',
  });
  expect(yes.status, yes.text).toBe(200);
  const { read } = portal.services.core.storage;
  const company = await read.company.findBySlug('alpenrad');
  const relationship = company && (await read.relationship.findLive(dora.customerId, company.id));
  page = `/company/people/${relationship?.subject}/write?purpose=ride-advice`;
});
afterAll(() => portal.stop());

const write = (pictures: readonly Buffer[], fields = WORD, path = page, cookie = marketer) =>
  sendPictures(portal, cookie, path, { 'intent-id': randomUUID(), ...fields }, pictures);
const talks = async () => portal.services.core.storage.read.thread.ofCustomer(dora.customerId, 10);

test('what is no picture is said beside the field, what was typed stays, nothing is sent', async () => {
  for (const [pictures, said] of [
    [[Buffer.from('%PDF-1.7, called IMG_0001.jpg')], 'kein Bild'],
    [[PNG_DOT, PNG_DOT, PNG_DOT, PNG_DOT], 'höchstens 3'],
  ] as const) {
    const refused = await write(pictures);
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toMatch(/id="pictures-error"/);
    expect(html, said).toContain('Am Fluss entlang');
    expect(html).toContain('value="Neue Strecke"');
  }
  expect(await talks()).toHaveLength(0);
});

test('more than pages take is refused before it is read through, and the page comes back', async () => {
  const refused = await write([Buffer.alloc(17 * MIB)]);
  expect(refused.status).toBe(413);
  expect(await refused.text()).toContain('value="Neue Strecke"');
  expect(await talks()).toHaveLength(0);
});

test('a first word comes with its picture, cleaned, for the two sides only; sent twice it is one', async () => {
  const once = { ...WORD, 'intent-id': randomUUID() };
  for (let press = 0; press < 2; press += 1) expect((await write([jpegWithPlace()], once)).status).toBe(303);
  const [thread, ...more] = await talks();
  expect(more).toEqual([]);
  const talk = await dora.get(`/me/messages/${thread?.id}`);
  const [, picture = ''] = /src="(\/me\/messages\/[^"]+)"/.exec(talk.html) ?? [];
  const shown = await portal.get(picture, dora.cookie);
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  const bytes = Buffer.from(await shown.arrayBuffer());
  expect([bytes.includes('JFIF'), bytes.includes('GPS')]).toEqual([true, false]);
  const asStaff = picture.replace('/me/', '/company/');
  expect((await portal.get(asStaff, marketer)).status).toBe(200);
  const other = await freshCustomer(portal, 'andere@wort.example', ['alpenrad']);
  for (const [address, cookie] of [
    [picture, other.cookie],
    [asStaff, await portal.signIn('marketer-rheinstrom')],
    [asStaff.replace('/company/', '/officer/'), await portal.signIn('officer-alpenrad')],
  ] as const)
    expect((await portal.get(address, cookie)).status, address).toBe(404);
});

test('who may not write first may not send a picture either, and is not told why', async () => {
  const others = await portal.signIn('marketer-rheinstrom', { steppedUp: true });
  expect((await write([PNG_DOT], WORD, page, others)).status).toBe(404);
  expect((await write([PNG_DOT], WORD, page, dora.cookie)).status).toBe(404);
  await dora.post('/me/companies/alpenrad/ride-advice', { act: 'no', language: 'de' });
  expect((await write([PNG_DOT])).status).toBe(404);
  expect(await talks()).toHaveLength(1);
});
