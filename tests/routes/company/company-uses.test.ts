import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setCustomerNumber } from '#app/core/relationship/set-customer-number.ts';
import { addStaff } from '#app/core/staff/add-staff.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { type Firm, openFirm, signInStaff, textOf } from './firm.ts';

let portal: TestPortal;
let firm: Firm;
let owner: string;

beforeAll(async () => {
  portal = await startTestPortal();
  firm = await openFirm(portal, 3, 'uses');
  const { core } = portal.services;
  const person = {
    companyId: firm.companyId,
    email: 'owner@uses.example',
    name: 'Olga',
    language: 'de' as const,
  };
  owner = await signInStaff(portal, await addStaff(core, { ...person, roles: ['owner'] }));
  for (const customer of [0, 1]) await firm.yes(customer, 0, ['email']);
});
afterAll(() => portal.stop());

const WAVE = {
  act: 'report',
  purpose: 'purpose-0',
  channel: 'email',
  topic: 'news',
  at: '',
  list: '',
  reference: '',
};

/** A quarter of an hour ago on the portal's clock. */
function lately(): string {
  const at = new Date(Date.parse(portal.world.now()) - 900_000);
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Vienna',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return parts.format(at).replace(' ', 'T');
}

async function report(fields: Partial<typeof WAVE> & { who?: string; 'intent-id'?: string }) {
  const form = { 'intent-id': randomUUID(), ...WAVE, at: lately(), who: 'list', ...fields };
  const answer = await portal.post('/company/uses', firm.cookie, form);
  const location = answer.headers.get('location');
  const page = location ? await portal.get(location, firm.cookie) : answer;
  return { status: answer.status, text: textOf(await page.text()) };
}

async function uses(customer: number) {
  const { read } = portal.services.core.storage;
  const id = firm.town.customers[customer]?.id;
  const relationship = id && (await read.relationship.findLive(id, firm.companyId));
  if (!relationship) throw new Error('not connected');
  return read.use.ofRelationship(relationship.id, 100);
}

test('a mailing is told by people’s ids and by the company’s own numbers; lines of nobody are named by their place', async () => {
  const { core } = portal.services;
  const id = firm.town.customers[1]?.id;
  const second = id && (await core.storage.read.relationship.findLive(id, firm.companyId));
  if (!second) throw new Error('not connected');
  await setCustomerNumber(core, second.id, 'K 77');
  const list = `${(await firm.subject(0)).slice(0, 8)}\nk77, nobody\n\nsomebody@canary.example\n${'0'.repeat(32)}`;
  const page = await report({ list, reference: 'Weihnachtspost' });
  expect(page.text).toContain('Gemeldet: 2 Nachrichten.');
  expect(page.text).toContain('3 Zeilen Ihrer Liste passen zu niemandem und zählen nicht: Zeile 2, 4 und 5.');
  expect(page.text).toContain('Weihnachtspost');
  expect((await uses(0)).map(({ channel, topic, how }) => [channel, topic, how])).toEqual([
    ['email', 'news', 'page'],
  ]);
  expect(await uses(1)).toHaveLength(1);
  expect(await uses(2)).toHaveLength(0);
});

test('the same name or the same form counts once, also ten times at once; another content is refused', async () => {
  const list = await firm.subject(0);
  const before = (await uses(0)).length;
  const form = { list, 'intent-id': randomUUID() };
  const answers = await Promise.all(Array.from({ length: 10 }, () => report(form)));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(303));
  expect(await uses(0)).toHaveLength(before + 1);
  const again = { at: lately(), list, reference: 'Neujahrspost' };
  await report(again);
  expect((await report(again)).text).toContain('Schon gemeldet, es bleibt bei einer Nachricht.');
  const other = await report({ ...again, channel: 'post' });
  expect(other.status).toBe(422);
  expect(other.text).toContain('Unter diesem Namen ist schon etwas anderes gemeldet.');
  expect(other.text).toContain(list);
  expect(await uses(0)).toHaveLength(before + 2);
});

test('of a long list the first lines are named and the others counted', async () => {
  const list = [await firm.subject(0), ...Array.from({ length: 14 }, (_, index) => `nobody ${index}`)].join(
    '\n',
  );
  const page = await report({ list });
  expect(page.text).toContain('zählen nicht: Zeile 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 und 2 weitere.');
});

test('the summary of what is wrong names each field', async () => {
  const page = await report({ purpose: '', channel: '', list: '' });
  expect(page.text).toContain('Zweck: Bitte wählen Sie eine Antwort.');
  expect(page.text).toContain('Kanal: Bitte wählen Sie eine Antwort.');
  expect(page.text).toContain('Liste: Bitte füllen Sie dieses Feld aus.');
});

test('a segment means those who permit it on this channel now', async () => {
  const before = await Promise.all([0, 1, 2].map(async (customer) => (await uses(customer)).length));
  const page = await report({ who: 'everybody' });
  expect(page.text).toContain('Gemeldet: 2 Nachrichten.');
  const after = await Promise.all([0, 1, 2].map(async (customer) => (await uses(customer)).length));
  expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([1, 1, 0]);
  // Nobody granted post: there is nobody to be counted.
  expect((await report({ who: 'everybody', channel: 'post' })).status).toBe(422);
  expect((await report({ who: 'f'.repeat(32) })).status).toBe(404);
});

test('what is not complete, in the future or long ago comes back with what was typed', async () => {
  const list = await firm.subject(0);
  for (const [fields, said] of [
    [{ purpose: '' }, 'Bitte wählen Sie eine Antwort.'],
    [{ purpose: 'purpose-3' }, 'Bitte wählen Sie eine Antwort.'],
    [{ channel: 'pigeon' }, 'Bitte wählen Sie eine Antwort.'],
    [{ at: '2026-02-30T10:00' }, 'Diesen Tag oder diese Zeit gibt es nicht.'],
    [{ at: '2031-01-01T10:00' }, 'Das liegt in der Zukunft.'],
    [{ at: '2020-01-01T10:00' }, 'Das ist länger als ein Jahr her'],
    [{ list: '' }, 'Bitte füllen Sie dieses Feld aus.'],
    [{ list: 'nobody' }, 'Darin ist niemand, der gezählt werden kann.'],
  ] as const) {
    const page = await report({ list, reference: 'kept as typed', ...fields });
    expect(page.status, JSON.stringify(fields)).toBe(422);
    expect(page.text, JSON.stringify(fields)).toContain(said);
  }
});

test('another company’s staff and people stay outside: ids of others fit nobody', async () => {
  const other = await portal.signIn('marketer-alpenrad');
  const list = await firm.subject(0);
  const before = (await uses(0)).length;
  const form = { ...WAVE, 'intent-id': randomUUID(), purpose: 'newsletter', who: 'list', list, at: lately() };
  const answer = await portal.post('/company/uses', other, form);
  expect(answer.status).toBe(422);
  expect(await uses(0)).toHaveLength(before);
  expect(textOf(await (await portal.get('/company/uses', other)).text())).not.toContain('Weihnachtspost');
  for (const person of ['officer-alpenrad', 'anna', 'operator']) {
    const cookie = await portal.signIn(person);
    for (const path of ['/company/uses', '/company/planned'])
      expect((await portal.get(path, cookie)).status, `${person} ${path}`).toBe(404);
    expect((await portal.post('/company/uses', cookie, form)).status, person).toBe(404);
  }
});

test('only an owner says that every contact is reported, and takes it back', async () => {
  const { use } = portal.services.core.storage.read;
  const say = (cookie: string, act: string) =>
    portal.post('/company/uses', cookie, { 'intent-id': randomUUID(), act });
  expect((await say(firm.cookie, 'reporting-on')).status).toBe(404);
  expect(await use.reportingSince(firm.companyId)).toBeNull();
  expect((await say(owner, 'report')).status).toBe(404);
  const on = await say(owner, 'reporting-on');
  const page = textOf(await (await portal.get(on.headers.get('location') ?? '', owner)).text());
  expect(page).toContain('Die Grenze wird geprüft.');
  const since = await use.reportingSince(firm.companyId);
  expect(since).not.toBeNull();
  portal.world.advance(60_000);
  await say(owner, 'reporting-on');
  expect(await use.reportingSince(firm.companyId)).toBe(since);
  await say(owner, 'reporting-off');
  expect(await use.reportingSince(firm.companyId)).toBeNull();
  expect((await say(owner, 'nonsense')).status).toBe(400);
});

test('what is planned is announced once, called off by its company alone, and refused where the purpose does not fit', async () => {
  const form = {
    'intent-id': randomUUID(),
    act: 'announce',
    'title-de': 'Herbstfest <b>',
    'title-en': '',
    purpose: 'purpose-0',
    channel: 'email',
    topic: 'events',
    at: '2030-01-02T10:00',
  };
  const send = (change: object, cookie = firm.cookie) =>
    portal.post('/company/planned', cookie, { ...form, ...change } as typeof form);
  const { plannedContact } = portal.services.core.storage.read;
  const all = () => plannedContact.next(firm.companyId, portal.world.now(), 100);
  expect((await send({})).status).toBe(422);
  const soon = `${new Date(Date.parse(portal.world.now()) + 40 * 86_400_000).toISOString().slice(0, 10)}T10:00`;
  await Promise.all([1, 2, 3].map(() => send({ at: soon })));
  expect(await all()).toHaveLength(1);
  const shown = await (await portal.get('/company/planned', firm.cookie)).text();
  expect(shown).toContain('Herbstfest &lt;b&gt;');
  const fresh = { 'intent-id': randomUUID(), at: soon };
  for (const change of [
    { channel: 'sms' },
    { topic: '' },
    { 'title-de': ' ' },
    { at: '2020-01-01T10:00' },
    { purpose: 'purpose-3' },
    { 'title-de': 'x'.repeat(81) },
  ])
    expect((await send({ ...fresh, ...change })).status, JSON.stringify(change)).toBe(422);
  const [planned] = await all();
  const off = { 'intent-id': randomUUID(), act: 'cancel', planned: planned?.id ?? '' };
  const stranger = await portal.signIn('marketer-alpenrad');
  expect((await portal.post('/company/planned', stranger, off)).status).toBe(404);
  expect(await all()).toHaveLength(1);
  expect((await portal.post('/company/planned', firm.cookie, off)).status).toBe(303);
  expect(await all()).toEqual([]);
});
