import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPrincipalId } from '#app/core/sign-in/principal.ts';
import { openDatabase, tablesOf } from '#db/open-db.ts';
import { textOf } from '#tests/support/page-text.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let officer: string;
let person: string;
let entry: string;
const ADDRESS = 'anna.keller@example.org';
const REASON = 'Beschwerde vom 3. Mai';

beforeAll(async () => {
  portal = await startTestPortal();
  officer = await portal.signIn('officer-alpenrad');
  const { core, demoPeople } = portal.services;
  const company = await core.storage.read.company.findBySlug('alpenrad');
  const who = findPrincipalId(demoPeople().find(({ slug }) => slug === 'anna')?.principal ?? '');
  if (!company || who?.kind !== 'customer') throw new Error('the demo has Anna at Alpenrad');
  const found = await core.storage.read.relationship.findLive(who.id, company.id);
  if (!found) throw new Error('connected');
  person = `/officer/customers/${found.subject}`;
  const granted = (await core.storage.read.ledger.ofRelationship(found.id)).find(
    ({ kind }) => kind === 'granted',
  );
  entry = `/officer/log/${granted?.index}`;
});
afterAll(() => portal.stop());

const size = async () => (await portal.services.core.storage.read.ledger.state())?.size ?? 0;
const page = async (path: string, cookie = officer) => textOf(await (await portal.get(path, cookie)).text());

/** Opens, and says where the page is that was opened. */
async function opened(path: string, fields: Record<string, string> = {}): Promise<string> {
  const answer = await portal.post(path, officer, { reason: REASON, ...fields });
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}

const doorsOf = () => [
  [entry, 'Der Datensatz'],
  [person, 'Nachweis der Einwilligungen'],
];

describe('what was opened is a page for a while', () => {
  test('loaded again, in two tabs and by "back", it is one look', async () => {
    for (const [path = '', words] of doorsOf()) {
      const before = await size();
      const to = await opened(path);
      for (let times = 0; times < 3; times += 1) {
        const answer = await portal.get(to, officer);
        expect(answer.status).toBe(200);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        const html = await answer.text();
        expect(html).toContain(`${words}</h`);
        expect(textOf(html)).toMatch(/Bis \d\d:\d\d Uhr bleibt .* für Sie offen/);
      }
      expect(await size()).toBe(before + 1);
    }
  });

  test('ten presses of one button are one look, and lead to one page', async () => {
    for (const [path = ''] of doorsOf()) {
      const before = await size();
      const intent = { 'intent-id': randomUUID() };
      const where = await Promise.all(Array.from({ length: 10 }, () => opened(path, intent)));
      expect(new Set(where).size).toBe(1);
      expect(await size()).toBe(before + 1);
      // Another reason from the same page is another look.
      await opened(path, { ...intent, reason: 'Anderer Grund' });
      expect(await size()).toBe(before + 2);
    }
  });

  test('nothing that was typed stands in the address, and what was compared lies sealed', async () => {
    const to = await opened(person, { identity: ADDRESS, asOf: '2026-06-01', texts: 'yes' });
    expect(to).toMatch(/^\/officer\/customers\/[0-9a-f]{32}\?opened=[\w%-]+$/);
    for (let times = 0; times < 2; times += 1) {
      const text = await page(to);
      expect(text).toContain(`Abgeglichen mit ${ADDRESS}`);
      expect(text).toContain('Was am 01.06.2026');
      expect(text).toContain('Texte im Wortlaut');
    }
    const database = await openDatabase({ url: `sqlite:${portal.dataDir}/driverseat.sqlite` });
    const rows = await tablesOf(database).writer.selectFrom('idempotency').selectAll().execute();
    await database.close();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(ADDRESS);
  });

  test('a decision after the look is not on its page: that takes a look of its own', async () => {
    const to = await opened(person);
    const before = await page(to);
    await portal.post(`${person}/no`, officer, {
      about: 'newsletter',
      method: 'phone',
      source: 'Anruf heute',
    });
    expect(await page(to)).toBe(before);
    expect(await page(await opened(person))).toContain('Anruf heute');
  });
});

describe('and for nobody else', () => {
  const isClosed = async (path: string, cookie = officer) => {
    const before = await size();
    const text = await page(path, cookie);
    expect(text).toMatch(/Hier ist nichts mehr offen|Dieser Nachweis ist nicht mehr offen/);
    expect(text).not.toMatch(/Der Datensatz Zweck|Was wann zu welchem Text/);
    expect(await size()).toBe(before);
  };

  test('other people get what they always get there', async () => {
    for (const [path = ''] of doorsOf()) {
      const to = await opened(path);
      expect((await portal.get(to)).status).toBe(302);
      for (const slug of ['anna', 'marketer-alpenrad', 'owner-alpenrad', 'operator', 'officer-rheinstrom'])
        expect((await portal.get(to, await portal.signIn(slug))).status, slug).toBe(404);
    }
  });

  test('a second officer of the same company finds the door', async () => {
    const { core } = portal.services;
    const company = await core.storage.read.company.findBySlug('alpenrad');
    if (!company) throw new Error('the demo has Alpenrad');
    const places = [await opened(entry), await opened(person)];
    const colleague = await portal.signIn('owner-alpenrad');
    const all = await core.storage.read.staff.ofCompany(company.id);
    const owner = all.find(({ roles }) => roles.includes('owner'));
    if (!owner) throw new Error('an owner');
    const database = await openDatabase({ url: `sqlite:${portal.dataDir}/driverseat.sqlite` });
    const staff = tablesOf(database).writer.updateTable('staff').where('id', '=', owner.id);
    await staff.set({ roles: JSON.stringify(['officer']) }).execute();
    for (const place of places) await isClosed(place, colleague);
    await staff.set({ roles: JSON.stringify(owner.roles) }).execute();
    await database.close();
  });

  test('an id that opened something else, or nothing, finds the door', async () => {
    const [ofEntry, ofPerson] = [await opened(entry), await opened(person)].map(
      (to) => new URL(to, 'https://portal.test').search,
    );
    await isClosed(`${person}${ofEntry}`);
    await isClosed(`${entry}${ofPerson}`);
    for (const id of ['', 'x', 'a'.repeat(500), randomUUID()]) {
      await isClosed(`${person}?opened=${id}`);
      await isClosed(`${entry}?opened=${id}`);
    }
  });

  test('after a quarter of an hour it is closed', async () => {
    const places = [await opened(entry), await opened(person)];
    portal.world.advance(14 * 60 * 1000);
    await portal.get('/officer', officer);
    for (const place of places) expect(await page(place)).toMatch(/Uhr bleibt/);
    portal.world.advance(60 * 1000);
    for (const place of places) await isClosed(place);
  });
});

test('the log stays whole after all of this', async () => {
  expect((await portal.services.checkLog()).report?.faults).toEqual([]);
});
