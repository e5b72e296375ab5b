import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sayNo } from '#app/core/consent/say-no.ts';
import { findStandings } from '#app/core/permission/find-standings.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import { findPrincipalId } from '#app/core/sign-in/principal.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import { createTranslator } from '#app/i18n/translator.ts';
import { openDatabase, tablesOf } from '#db/open-db.ts';
import { openLook } from '#tests/support/open-look.ts';
import { textOf } from '#tests/support/page-text.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let officer: string;
let relationship: Relationship;
let address: string;
let path: string;

beforeAll(async () => {
  portal = await startTestPortal();
  officer = await portal.signIn('officer-alpenrad');
  const { core, demoPeople } = portal.services;
  const company = await core.storage.read.company.findBySlug('alpenrad');
  const who = findPrincipalId(demoPeople().find(({ slug }) => slug === 'anna')?.principal ?? '');
  if (!company || who?.kind !== 'customer') throw new Error('the demo has Anna at Alpenrad');
  const found = await core.storage.read.relationship.findLive(who.id, company.id);
  if (!found) throw new Error('connected');
  relationship = found;
  address = String((await readOwn(core, who.id)).email?.value);
  path = `/officer/customers/${relationship.subject}`;
  await portal.services.checkLog();
});
afterAll(() => portal.stop());

const size = async () => (await portal.services.core.storage.read.ledger.state())?.size ?? 0;

async function open(
  fields: Record<string, string> = {},
  status = 200,
): Promise<{ html: string; text: string }> {
  const response = await openLook(portal, path, officer, { reason: 'Anfrage der Behörde', ...fields });
  expect(response.status).toBe(status);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const html = await response.text();
  expect(html).not.toMatch(/<script|\sstyle=|undefined|\[object|NaN|Invalid Date|officer\.\w/);
  return { html, text: textOf(html) };
}

test('the door tells nothing of the person, and asks for a reason', async () => {
  const before = await size();
  const page = await portal.get(path, officer);
  const html = await page.text();
  expect(html).not.toContain(address);
  expect(html).not.toContain('AR-1001');
  const { text } = await open({ reason: '' }, 422);
  expect(text).toContain('Bitte füllen Sie dieses Feld aus.');
  expect(await size()).toBe(before);
});

test('one opening is one entry, told to the person once', async () => {
  const before = await size();
  const { text } = await open();
  expect(await size()).toBe(before + 1);
  expect(text).toContain(`Protokoll portal.test/log, Eintrag ${before}`);
  const looks = await portal.services.core.storage.read.disclosure.looksOfRelationship(relationship.id, 1);
  expect(looks).toMatchObject([{ how: 'evidence', ledgerIndex: before, reason: 'Anfrage der Behörde' }]);
});

test('the page proves every decision: text, version, language, hash, when, how, evidence', async () => {
  const { core } = portal.services;
  const { html, text } = await open();
  expect(text).toContain('nach Art. 7 Abs. 1 DSGVO und § 174 TKG 2021');
  expect(text).toContain('AR-1001');
  expect(text).toContain(relationship.subject.slice(0, 8));
  const entries = await core.storage.read.ledger.ofRelationship(relationship.id);
  const decisions = entries.filter(({ purposeId }) => purposeId !== null);
  expect(decisions.length).toBeGreaterThan(4);
  for (const { index } of decisions) expect(html).toContain(`href="/officer/log/${index}"`);
  for (const { versionId } of decisions) {
    const cards = versionId ? await core.storage.read.purpose.cards(versionId) : [];
    const shown = cards.filter(({ textHash }) =>
      textHash.match(/.{8}/g)?.every((group) => html.includes(`<span>${group}</span>`)),
    );
    expect(shown.length).toBeGreaterThan(0);
  }
  expect(text).toMatch(/Beleg \d Adresse bestätigt: Mail [0-9a-f]{32} angefordert .* Knopf darin gedrückt/);
  expect(text).toContain('Text 1');
  expect(text).toMatch(/Fassung 1, Deutsch/);
  expect(text).toContain(`Die Kette dieser Person ist lückenlos: ${entries.length - 1} Einträge`);
  expect(text).toMatch(/Das ganze Protokoll wurde .* geprüft und ist lückenlos\./);
  expect(text).toMatch(/Signierter Kopf über \d+ Einträge/);
});

test('what holds now is what every reader is told', async () => {
  const { core } = portal.services;
  const t = createTranslator('de');
  const { text } = await open();
  const standings = await findStandings(core.storage.read, relationship, core.world.now());
  expect(new Set(standings.map(({ permission }) => permission.reason)).size).toBeGreaterThan(2);
  for (const { purpose, current, permission } of standings) {
    const title = (purpose.basis === 'consent' ? '' : current.content.title.de) ?? '';
    const answer = t(`permission.officer.${permission.reason}`);
    expect(text).toMatch(new RegExp(`${title} .*${answer}`));
  }
});

describe('as of a date', () => {
  test('before the withdrawal it held, after it does not, and later entries are only counted', async () => {
    const { core } = portal.services;
    const { purpose } =
      (await core.storage.read.purpose.all(relationship.companyId)).find(
        ({ purpose: { slug } }) => slug === 'test-rides',
      ) ?? {};
    if (!purpose) throw new Error('test rides');
    const { customerId, companyId } = relationship;
    const yesterday = new Date(Date.parse(portal.world.now()) - 24 * 3600 * 1000).toISOString().slice(0, 10);
    const context = {
      actor: { kind: 'customer', name: '' },
      method: 'web',
      source: '/me',
      language: 'de',
    } as const;
    await sayNo(core, { customerId, companyId, purposeId: purpose.id }, context);
    const now = await open();
    expect(now.text).toContain('gesperrt, widerrufen');
    expect(now.text).not.toContain('Danach gibt es noch');
    const then = await open({ asOf: yesterday });
    expect(then.text).not.toContain('gesperrt, widerrufen');
    expect(then.text).toMatch(/Danach gibt es noch (einen Eintrag|\d+ Einträge)\./);
  });

  test('before the relationship began there was none', async () => {
    const { text } = await open({ asOf: '2020-01-01' });
    expect(text).toContain('Es bestand keine Beziehung.');
    expect(text).toContain('Es gibt keine Entscheidung dieser Person.');
  });

  test.each([
    ['2999-01-01', 'Dieses Datum liegt in der Zukunft.'],
    ['2026-02-30', 'Dieses Datum gibt es nicht.'],
    ['morgen', 'Dieses Datum gibt es nicht.'],
  ])('%s is refused beside its field, and nothing is opened', async (asOf, words) => {
    const before = await size();
    const { text } = await open({ asOf }, 422);
    expect(text).toContain(words);
    expect(await size()).toBe(before);
  });
});

describe('whose proof it is', () => {
  test('an address or a number that was compared is printed', async () => {
    expect((await open({ identity: address })).text).toContain(`Abgeglichen mit ${address}`);
    expect((await open({ identity: 'ar-1001' })).text).toContain('Abgeglichen mit ar-1001');
    expect((await open()).text).not.toContain('Abgeglichen mit');
  });

  test("somebody else's opens nothing and says nothing about whose it is", async () => {
    const before = await size();
    for (const identity of ['ben.fischer@example.org', 'niemand@beispiel.at', 'AR-9999']) {
      const { text, html } = await open({ identity }, 422);
      expect(text).toContain('Diese Angabe gehört nicht zu dieser Person.');
      expect(html).toContain(`value="${identity}"`);
    }
    expect(await size()).toBe(before);
  });
});

test('the texts word for word are added when asked for', async () => {
  const card = (await portal.services.core.storage.read.purpose.all(relationship.companyId))[0];
  const words = card?.version.content.onNo.de ?? '';
  expect((await open()).text).not.toContain(words);
  expect((await open({ texts: 'yes' })).text).toContain(words);
});

test('a no that came by letter is written down from here, and the proof shows it', async () => {
  const page = await portal.get(`${path}/no`, officer);
  expect(page.status).toBe(200);
  const wrong = await portal.post(`${path}/no`, officer, {
    about: 'newsletter',
    method: 'letter',
    source: '',
  });
  expect(wrong.status).toBe(422);
  const done = await portal.post(`${path}/no`, officer, {
    about: 'newsletter',
    method: 'letter',
    source: 'Brief vom 3. Mai',
  });
  expect(done.status).toBe(303);
  expect(done.headers.get('location')).toBe(`${path}/no?done=newsletter`);
  const { text } = await open();
  expect(text).toContain('Brief, vom Team erfasst');
  expect(text).toContain('Brief vom 3. Mai');
});

test('a record that somebody changed is named on the page, and the rest is still shown', async () => {
  expect((await portal.services.checkLog()).report?.faults).toEqual([]);
  const chain = await portal.services.core.storage.read.ledger.ofRelationship(relationship.id);
  const entry = chain.find(({ kind }) => kind === 'granted');
  const database = await openDatabase({ url: `sqlite:${portal.dataDir}/driverseat.sqlite` });
  const sealed = Buffer.from(entry?.sealed ?? '').fill(7, 20, 24);
  const row = tablesOf(database).writer.updateTable('ledger_entry').set({ sealed });
  await row.where('idx', '=', entry?.index ?? -1).execute();
  await database.close();

  const { text } = await open();
  expect(text).toContain(`Die Kette dieser Person bricht bei Eintrag ${entry?.index}.`);
  expect(text).toContain('Widerspruch eingelegt');
  const one = await openLook(portal, `/officer/log/${entry?.index}`, officer, { reason: 'Nachsehen' });
  expect(one.status).toBe(200);
  expect(textOf(await one.text())).toContain('Dieser Datensatz lässt sich nicht mehr öffnen.');
  await portal.services.checkLog();
  expect((await open()).text).toContain('Die letzte Prüfung des ganzen Protokolls fand Fehler.');
});
