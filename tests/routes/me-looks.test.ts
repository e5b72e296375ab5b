import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession } from '#app/core/sign-in/open-session.ts';
import { customerPrincipal, findPrincipalId } from '#app/core/sign-in/principal.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import { discloseToCompany } from '#app/core/vault/doors/disclose-to-company.ts';
import { openEvidence } from '#app/core/vault/doors/open-evidence.ts';
import { type CustomerVisit, freshCustomer, visitAs } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let visit: CustomerVisit;

beforeAll(async () => {
  portal = await startTestPortal();
  visit = await freshCustomer(portal, 'blick@beispiel.at', ['alpenrad', 'rheinstrom']);
});
afterAll(() => portal.stop());

async function staff(slug: string): Promise<Staff> {
  const person = portal.services.demoPeople().find((one) => one.slug === slug);
  const principal = findPrincipalId(person?.principal ?? '');
  const found =
    principal?.kind === 'staff' && (await portal.services.core.storage.read.staff.find(principal.id));
  if (!found) throw new Error(`no ${slug}`);
  return found;
}

async function alpenrad() {
  const { read } = portal.services.core.storage;
  const company = await read.company.findBySlug('alpenrad');
  const relationship = company && (await read.relationship.findLive(visit.customerId, company.id));
  const purpose = company && (await read.purpose.findBySlug(company.id, 'similar-products'));
  if (!relationship || !purpose) throw new Error('the demo has changed');
  return { relationship, purpose };
}

async function look(how: 'view' | 'list' | 'export', reason: string): Promise<void> {
  const { core } = portal.services;
  const { relationship, purpose } = await alpenrad();
  await discloseToCompany(core, {
    staff: await staff('marketer-alpenrad'),
    role: 'marketer',
    purposeId: purpose.id,
    how,
    reason,
    runId: core.world.newId(),
    people: { subjects: [relationship.subject] },
  });
}

test('nobody looked: said in words, on the overview too', async () => {
  const page = await visit.get('/me/looks');
  expect(page.text).toContain('Niemand hat geschaut.');
  expect(page.text).toContain('Noch niemand hat Angaben von Ihnen gelesen.');
  expect((await visit.get('/me')).text).toContain('Noch hat niemand geschaut.');
  expect((await visit.get('/me/looks?company=rheinstrom')).text).toContain(
    'Rheinstrom hat noch nicht geschaut.',
  );
});

test('every look is one line: who, which fields, what for, when; file and list alike', async () => {
  await look('view', 'Rückruf erbeten');
  portal.world.advance(60_000);
  await look('list', '');
  portal.world.advance(60_000);
  await look('export', 'Versand im März');
  const page = await visit.get('/me/looks');
  expect(page.text).toContain('Alpenrad hat Sie einzeln angesehen: E-Mail-Adresse, Vorname und Nachname.');
  expect(page.text).toContain('Alpenrad hat in einer Liste gelesen: E-Mail-Adresse, Vorname und Nachname.');
  expect(page.text).toMatch(
    /Alpenrad hat eine Datei geholt mit: .*Abteilung: Marketing · Grund: „Versand im März“/,
  );
  expect(page.text.match(/Wofür: Passendes zu Ihrem Kauf/g)).toHaveLength(3);
  expect(page.text).toMatch(/hat nur Alpenrad geschaut, 3-mal/);
  expect((await visit.get('/me')).text).toContain('Zuletzt geschaut: heute, Alpenrad.');
  expect((await visit.get('/me/looks?company=rheinstrom')).text).toContain(
    'Rheinstrom hat noch nicht geschaut.',
  );
});

test('the officer opening the records is a look as well', async () => {
  const { core } = portal.services;
  const { relationship } = await alpenrad();
  const entries = await core.storage.read.ledger.ofRelationship(relationship.id);
  await openEvidence(core, await staff('officer-alpenrad'), relationship, entries, 'Anfrage vom 2. März');
  const page = await visit.get('/me/looks');
  expect(page.text).toMatch(
    /Der Datenschutz von Alpenrad hat Ihre Nachweise gelesen\. Abteilung: Datenschutz · Grund: „Anfrage vom 2\. März“/,
  );
  expect(page.text).toMatch(/hat nur Alpenrad geschaut, 4-mal/);
});

test('what others were shown is nobody else’s page', async () => {
  const other = await freshCustomer(portal, 'andere@beispiel.at', ['alpenrad']);
  expect((await other.get('/me/looks')).text).toContain('Niemand hat geschaut.');
});

test('many looks come page by page, none twice and none missing', async () => {
  for (let index = 0; index < 30; index += 1) {
    portal.world.advance(1000);
    await look('list', `Nummer ${index}`);
  }
  const seen: string[] = [];
  let path: string | undefined = '/me/looks';
  while (path) {
    const page = await visit.get(path);
    seen.push(...(page.text.match(/Nummer \d+/g) ?? []));
    path = /href="(\/me\/looks\?before=[^"]+)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => `Nummer ${29 - index}`));
});

test('a program that takes the same file again and again is one line a month that opens', async () => {
  const customer = visit;
  visit = await freshCustomer(portal, 'abgleich@beispiel.at', ['alpenrad']);
  // The middle of a month, wherever the present lies: all of them fall into one.
  const month = portal.world.now().slice(0, 7);
  portal.world.set(`${Number(month.slice(0, 4)) + 1}-05-10T02:00:00.000Z`);
  visit = await signedInAgain(visit);
  for (let night = 0; night < 3; night += 1) {
    await look('export', 'Abgleich');
    portal.world.advance(24 * 60 * 60 * 1000);
  }
  visit = await signedInAgain(visit);
  expect((await visit.get('/me/looks')).text.match(/hat eine Datei geholt mit/g)).toHaveLength(3);
  await look('view', 'Anruf');
  await look('export', 'Abgleich');
  const page = await visit.get('/me/looks');
  expect(page.text).toMatch(/Alpenrad hat im Mai \d+ 4-mal eine Datei geholt mit: E-Mail-Adresse/);
  expect(page.text).not.toContain('hat eine Datei geholt mit');
  expect(page.text).toContain('Alpenrad hat Sie einzeln angesehen');
  expect(page.html.match(/<li><time/g)).toHaveLength(4);
  visit = customer;
});

async function signedInAgain(who: CustomerVisit): Promise<CustomerVisit> {
  const { core, auth } = portal.services;
  const wish = { principal: customerPrincipal(who.customerId), remember: false, steppedUp: false };
  const opened = await core.storage.transact((tx) => openSession(core, tx, wish, core.world.now()));
  return visitAs(portal, who.customerId, auth.cookie(opened).split(';')[0] ?? '');
}

test('looks of one instant are never parted by the end of a page', async () => {
  visit = await freshCustomer(portal, 'zugleich@beispiel.at', ['alpenrad']);
  for (let index = 0; index < 40; index += 1) await look('view', `Zugleich ${index}`);
  portal.world.advance(1000);
  for (let index = 40; index < 60; index += 1) await look('view', `Zugleich ${index}`);
  const seen: string[] = [];
  let path: string | undefined = '/me/looks';
  while (path) {
    const page = await visit.get(path);
    seen.push(...(page.text.match(/Zugleich \d+/g) ?? []));
    path = /href="(\/me\/looks\?before=[^"]+)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(seen).toHaveLength(60);
  expect(new Set(seen).size).toBe(60);
});

test('by detail and by team; what does not fit is said in words', async () => {
  const page = await visit.get('/me/looks?field=given-name');
  expect(page.text).toMatch(/Vorname: (mehr als )?\d+ Blicke/);
  expect(page.text).toContain('Zugleich 59');
  const none = await visit.get('/me/looks?role=officer');
  expect(none.text).toContain('Zu Ihrer Auswahl gibt es keinen Blick.');
  expect((await visit.get('/me/looks?field=street&company=alpenrad')).text).toContain('keinen Blick');
  expect((await visit.get('/me/looks?field=%25&role=nobody')).text).toContain('Zugleich 59');
  expect((await visit.get('/me/looks?company=')).text).toContain('Zugleich 59');
});

test('from a look a conversation opens that quotes it', async () => {
  const page = await visit.get('/me/looks');
  const ask = /href="(\/me\/messages\/new\?company=alpenrad&amp;look=\w+)"/.exec(page.html)?.[1];
  const form = await visit.get(ask?.replaceAll('&amp;', '&') ?? '');
  expect(form.text).toMatch(
    /Um diesen Blick geht es Alpenrad hat Sie einzeln angesehen: .*Grund: „Zugleich \d+“/,
  );
  const other = await freshCustomer(portal, 'neugierig@beispiel.at', ['alpenrad']);
  expect((await other.get(ask?.replaceAll('&amp;', '&') ?? '')).status).toBe(404);
});

test('history comes page by page too, each event with its own page', async () => {
  visit = await freshCustomer(portal, 'seiten@beispiel.at', ['alpenrad', 'rheinstrom']);
  for (let index = 0; index < 35; index += 1) {
    const pause = index % 2 === 0 ? 'week' : 'none';
    await visit.act('/me/companies/rheinstrom', { act: 'pause', pause });
  }
  const seen: number[] = [];
  let path: string | undefined = '/me/history';
  while (path) {
    const page = await visit.get(path);
    seen.push(...[...page.html.matchAll(/href="\/me\/history\/(\d+)"/g)].map((match) => Number(match[1])));
    path = /href="(\/me\/history\?before=\d+)"/.exec(page.html)?.[1];
  }
  const { ledger } = portal.services.core.storage.read;
  expect(seen).toEqual((await ledger.ofCustomer(visit.customerId, 100)).map(({ index }) => index));
  const entry = await visit.get(`/me/history/${seen[0]}`);
  expect(entry.text).toContain('Sie haben eine Pause begonnen.');
  expect(entry.text).toMatch(/Pause bis |Keine Pause\./);
});
