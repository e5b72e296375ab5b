import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '#app/core/shared/calendar.ts';
import { openSession } from '#app/core/sign-in/open-session.ts';
import { customerPrincipal } from '#app/core/sign-in/principal.ts';
import { type CustomerVisit, freshCustomer, visitAs } from '#tests/support/customer-visit.ts';
import { jpegWithPlace, PNG_DOT } from '#tests/support/pictures.ts';
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

test('a customer asks, sees until when, staff answer, a mail goes out without a word of it', async () => {
  expect((await visit.get('/me/messages')).text).toContain('Noch kein Gespräch.');
  const path = await begin({ ...WISH, wishedBy: portal.world.now().slice(0, 10) });
  const page = await visit.get(`${path}?done=started`);
  expect(page.text).toContain('Gesendet. Alpenrad kann es jetzt lesen.');
  expect(page.text).toMatch(
    /Sie haben sich eine Antwort bis .* gewünscht\. Alpenrad antwortet spätestens am/,
  );
  expect(page.html).toContain('Bitte bis Freitag.\nDanke!');
  expect((await visit.get('/me/messages')).text).toMatch(
    /wartet auf Antwort.*Winterreifen.*wartet auf Alpenrad/,
  );

  const list = await staffPage('/company/messages');
  expect(list.text).toContain('Winterreifen');
  const staff = `/company/messages/${idOf(path)}`;
  const asked = await staffPage(staff);
  expect(asked.text).toContain('Bitte bis Freitag.');
  expect(asked.text).not.toContain(visit.customerId);
  expect(asked.text).not.toContain('gespraech@beispiel.at');
  const answer = { text: 'Zwei Satz sind da.', 'intent-id': randomUUID() };
  expect((await portal.post(staff, marketer, answer)).status).toBe(303);
  expect((await portal.post(staff, marketer, answer)).status).toBe(303);
  const answered = await visit.get(path);
  expect(answered.text).toMatch(/Alpenrad hat geantwortet\..*Marketing von Alpenrad, Kürzel [0-9a-f]{6}/);
  expect(answered.text.match(/Zwei Satz sind da\./g)).toHaveLength(1);
  // Colleagues read the name, the person the sign alone.
  expect(answered.html).not.toContain('Tobias Geiger');
  expect((await staffPage(staff)).text).toMatch(
    /Marketing von Alpenrad, Tobias Geiger.*Jetzt ist die Person am Zug\./,
  );
  await portal.services.jobs.drain();
  const [mail] = await portal.services.core.storage.read.demoMail.newest(1);
  expect(mail?.subject).toBe('Alpenrad hat Ihnen geantwortet');
  expect(mail?.text).not.toMatch(/Winterreifen|Zwei Satz/);
  expect(mail?.text).toContain(path);
});

test('what does not fit is said beside the field, and what was typed stays', async () => {
  const response = await send('/me/messages/new', {
    concern: '',
    title: ' ',
    text: 'Mein Satz',
    wishedBy: '',
  });
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(html).toMatch(/id="company-error"/);
  expect(html).toMatch(/id="concern-error"/);
  expect(html).toContain('Mein Satz');
  const past = await (await send(NEW, { ...WISH, title: '', wishedBy: '2020-01-01' })).text();
  expect(past).toMatch(/id="title-error"/);
  const date = await (await send(NEW, { ...WISH, wishedBy: '2020-01-01' })).text();
  expect(textOf(date)).toContain('Dieses Datum ist schon vorbei.');
  expect(textOf(date)).toContain('Bitte wählen Sie auch die Bilder noch einmal aus.');
});

test('a picture loses its place and is served to the two sides only, as what it is', async () => {
  const path = await begin(WISH, [jpegWithPlace(), PNG_DOT]);
  const page = await visit.get(path);
  const [picture, second] = [...page.html.matchAll(/src="(\/me\/messages\/[^"]+)"/g)].map(
    (match) => match[1],
  );
  const response = await portal.get(picture ?? '', visit.cookie);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('image/jpeg');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-disposition')).toBe('inline');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.includes('GPS')).toBe(false);
  expect(bytes.subarray(0, 2).toString('hex')).toBe('ffd8');
  expect((await portal.get(second ?? '', visit.cookie)).headers.get('content-type')).toBe('image/png');

  const staff = (picture ?? '').replace('/me/', '/company/');
  expect((await portal.get(staff, marketer)).status).toBe(200);
  const other = await freshCustomer(portal, 'fremd@beispiel.at', ['alpenrad']);
  const elsewhere = await begin();
  for (const [address, cookie] of [
    [picture ?? '', other.cookie],
    [picture ?? '', marketer],
    [staff, visit.cookie],
    [staff, await portal.signIn('marketer-rheinstrom')],
    [staff.replace('/company/', '/officer/'), await portal.signIn('officer-alpenrad')],
    // Of another conversation of the same customer.
    [(picture ?? '').replace(idOf(path), idOf(elsewhere)), visit.cookie],
  ] as const)
    expect((await portal.get(address, cookie)).status, address).toBe(404);
});

test.each([
  ['a page in disguise', Buffer.from('<html><script>alert(1)</script></html>padding'), 'Das ist kein Bild'],
  ['a file with nothing in it', Buffer.alloc(0), 'Das ist kein Bild'],
  ['a damaged picture', PNG_DOT.subarray(0, 40), 'Dieses Bild ist beschädigt'],
  ['one that is too large', Buffer.concat([PNG_DOT, Buffer.alloc(5 * 1024 * 1024)]), 'Das Bild ist zu groß'],
])('%s is refused with the reason', async (_, bytes, reason) => {
  const response = await send(NEW, WISH, [bytes]);
  expect(response.status).toBe(422);
  expect(textOf(await response.text())).toContain(reason);
});

test('four pictures are one too many, and more than all of them together is not even read', async () => {
  const four = await send(NEW, WISH, [PNG_DOT, PNG_DOT, PNG_DOT, PNG_DOT]);
  expect(textOf(await four.text())).toContain('Mehr als 3 Bilder gehen nicht.');
  expect((await send(NEW, WISH, [Buffer.alloc(16 * 1024 * 1024)])).status).toBe(413);
  expect((await send('/me/preferences', {}, [Buffer.alloc(100 * 1024)])).status).toBe(413);
});

test('foreign, unknown and broken ids are one answer; nothing changes by looking', async () => {
  const path = await begin();
  const other = await freshCustomer(portal, 'dritte@beispiel.at', ['alpenrad']);
  for (const address of [path, '/me/messages/0', `/me/messages/${'0'.repeat(32)}`]) {
    expect((await other.get(address)).status).toBe(404);
    expect((await other.post(address, { act: 'close' })).status).toBe(404);
    expect((await other.post(address, { act: 'write', text: 'x' })).status).toBe(404);
  }
  for (const who of ['marketer-rheinstrom', 'officer-alpenrad', 'owner-alpenrad']) {
    const cookie = await portal.signIn(who);
    const staff = `/company/messages/${idOf(path)}`;
    expect((await portal.get(staff, cookie)).status).toBe(404);
    expect((await portal.post(staff, cookie, { text: 'x' })).status).toBe(404);
  }
  expect((await visit.get('/me/messages/new?company=kornundkruste')).status).toBe(404);
  expect((await visit.get('/me/messages/new?company=alpenrad&look=x')).status).toBe(404);
  expect((await visit.get(`/me/messages/new?look=${'0'.repeat(32)}`)).status).toBe(404);
  expect((await visit.get(path)).text).toContain('Alpenrad antwortet spätestens am');
});

test('ten clicks at once are one conversation', async () => {
  const before = await visit.get('/me/messages');
  const same = { ...WISH, title: 'Nur einmal', 'intent-id': randomUUID() };
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(NEW, same)));
  expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1);
  const after = await visit.get('/me/messages');
  expect(after.text.match(/Nur einmal/g)).toHaveLength(1);
  expect(before.text).not.toContain('Nur einmal');
});

test('the officer sees and answers what the customer called them to, and nothing else', async () => {
  const late = await begin({ ...WISH, title: 'Zu lange still' });
  const other = await begin({ ...WISH, title: 'Nicht für alle' });
  expect((await visit.get(late)).text).not.toContain('Datenschutz dazuholen');
  // Too early: nothing happens, the page shows what holds.
  expect((await visit.post(late, { act: 'call' })).headers.get('location')).toBe(late);
  const officerPath = `/officer/messages/${idOf(late)}`;
  expect((await portal.get(officerPath, await portal.signIn('officer-alpenrad'))).status).toBe(404);

  portal.world.advance(14 * DAY_MS);
  const { core, auth } = portal.services;
  const wish = { principal: customerPrincipal(visit.customerId), remember: false, steppedUp: false };
  const opened = await core.storage.transact((tx) => openSession(core, tx, wish, core.world.now()));
  const back = visitAs(portal, visit.customerId, auth.cookie(opened).split(';')[0] ?? '');
  expect((await back.get(late)).text).toMatch(/Alpenrad sollte bis .* antworten\./);
  const called = await back.act(late, { act: 'call' });
  expect(called.text).toContain('Der Datenschutz von Alpenrad liest jetzt mit.');

  const officer = await portal.signIn('officer-alpenrad');
  const list = await staffPage('/officer/messages', officer);
  expect(list.text).toContain('Zu lange still');
  expect(list.text).not.toContain('Nicht für alle');
  expect((await portal.get(`/officer/messages/${idOf(other)}`, officer)).status).toBe(404);
  const first = async () => (await portal.get('/officer', officer)).text();
  const due = await first();
  expect(due).toContain(`href="${officerPath}"`);
  expect(due).toContain('Eine Person hat Sie in ein Gespräch gerufen');
  expect(due).toMatch(/blieb(en)? länger ohne Antwort als zugesagt/);
  expect(due).not.toContain(idOf(other));
  const answer = { text: 'Ich kümmere mich darum.', 'intent-id': randomUUID() };
  expect((await portal.post(officerPath, officer, answer)).status).toBe(303);
  expect(await first()).not.toContain(officerPath);
  expect((await back.get(late)).text).toMatch(/Datenschutz von Alpenrad, Kürzel .*Ich kümmere mich darum\./);
  expect((await staffPage(officerPath, officer)).text).toMatch(
    /Datenschutz von Alpenrad, Kürzel [0-9a-f]{6}/,
  );
  await portal.services.jobs.drain();
  const mails = await core.storage.read.demoMail.newest(20);
  expect(mails.map(({ subject }) => subject)).toContain('Sie werden in einem Gespräch gebraucht');
});

test('ended by the customer it takes no more words', async () => {
  const customer = await freshCustomer(portal, 'ende@beispiel.at', ['alpenrad']);
  visit = customer;
  const path = await begin({ ...WISH, title: 'Schon gut' });
  const page = await visit.act(path, { act: 'close' });
  expect(page.text).toContain('Das Gespräch ist beendet.');
  expect(page.html).not.toContain('name="text"');
  const late = await visit.post(path, { act: 'write', text: 'doch noch' });
  expect(late.headers.get('location')).toBe(path);
  const cookie = await portal.signIn('marketer-alpenrad');
  const staff = await staffPage(`/company/messages/${idOf(path)}`, cookie);
  expect(staff.text).toContain('Die Person hat das Gespräch beendet.');
  expect(staff.text).not.toContain('doch noch');
});
