import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPrincipalId } from '#app/core/sign-in/principal.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import { discloseToCompany } from '#app/core/vault/doors/disclose-to-company.ts';
import { openEvidence } from '#app/core/vault/doors/open-evidence.ts';
import { type CustomerVisit, freshCustomer } from '#tests/support/customer-visit.ts';
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

test('history comes page by page too, each event with its own page', async () => {
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
  expect(entry.text).toContain('Sie haben geändert, wie man Sie anspricht.');
  expect(entry.text).toMatch(/Pause bis |Keine Pause\./);
});
