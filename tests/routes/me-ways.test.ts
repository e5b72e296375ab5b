import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPermission } from '#app/core/permission/find-permission.ts';
import type { Channel } from '#schema/channel.ts';
import { CustomerId } from '#schema/ids.ts';
import { type CustomerVisit, freshCustomer, sayYes, visitAs } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

const COMPARE = '/me/companies/rheinstrom/compare-consumption';
const TEST_RIDES = '/me/companies/alpenrad/test-rides';
const REGION = { 'value.country': 'at', 'value.postal-code': '6900' };

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal();
});
afterAll(async () => {
  const { whole } = await portal.services.checkLog();
  expect(whole).toBe(true);
  await portal.stop();
});

let count = 0;
const newcomer = (): Promise<CustomerVisit> =>
  freshCustomer(portal, `weg${count++}@beispiel.at`, ['alpenrad', 'rheinstrom']);

describe('a yes', () => {
  test('names no way that leads nowhere: the detail it needs belongs to it', async () => {
    const visit = await newcomer();
    const values = { ...REGION, 'value.meter-number': '1RST00009999', 'age-16': 'yes' };
    const refused = await sayYes(visit, COMPARE, { ...values, channel: 'email' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Für E-Mails gehört Ihre E-Mail-Adresse dazu.');
    expect(refused.html).toContain('href="#channel"');
    expect(await visit.consent('rheinstrom', 'compare-consumption')).toBeUndefined();

    await sayYes(visit, COMPARE, { ...values, channel: 'email', field: 'email' });
    expect((await visit.consent('rheinstrom', 'compare-consumption'))?.standing.channels).toEqual(['email']);
    // Less again: without the address the way must go too.
    const narrowed = await sayYes(visit, COMPARE, { channel: ['email', 'portal'] });
    expect(narrowed.status).toBe(422);
    await sayYes(visit, COMPARE, { channel: 'portal' });
    expect((await visit.consent('rheinstrom', 'compare-consumption'))?.standing.channels).toEqual(['portal']);
  });

  test('that is changed says what fell away and keeps its end', async () => {
    const visit = await newcomer();
    await sayYes(visit, TEST_RIDES, { ...REGION, field: ['bicycle-kind', 'interests'] });
    const end = (await visit.consent('alpenrad', 'test-rides'))?.standing.expiresAt;
    portal.world.advance(20 * 60_000);
    expect((await visit.get(TEST_RIDES)).text).toContain('wie bisher: bis');
    const less = await sayYes(visit, TEST_RIDES, { field: ['interests'], months: '' });
    expect(less.text).toContain('Es bleibt bei: Ja. Nicht mehr dabei: Fahrrad.');
    expect((await visit.consent('alpenrad', 'test-rides'))?.standing.expiresAt).toBe(end);
  });
});

test('a purpose whose topics are off says on its own page that nothing comes', async () => {
  const visit = await newcomer();
  await sayYes(visit, TEST_RIDES, REGION);
  expect((await visit.get(TEST_RIDES)).text).not.toContain('Im Moment kommt dazu keine Nachricht.');
  await visit.act('/me/preferences', { act: 'wishes', shown: 'topics', topic: ['events'] });
  expect((await visit.get(TEST_RIDES)).text).toContain('Im Moment kommt dazu keine Nachricht.');
});

test('a company that was left shows nothing as running, and no "not yet"', async () => {
  const visit = await newcomer();
  await visit.act('/me/companies/rheinstrom/leave', {});
  const page = await visit.get('/me/companies/rheinstrom');
  expect(page.text).toContain('Sie und Rheinstrom sind nicht verbunden.');
  // Coming back would start it no more: what runs without a yes was ended with the rest.
  expect(page.text).toMatch(/Was ohne Ihr Ja läuft, sobald Sie verbunden sind .*Rechnung und Aufbewahrung/);
  expect(page.text).not.toContain('Angebote per Post');
});

test('a value that was deleted is said to be deleted; its page is called by its name', async () => {
  const visit = await newcomer();
  await visit.act('/me/profile/field/given-name', { act: 'save', 'value.given-name': 'Clara' });
  const page = await visit.act('/me/profile/field/given-name', { act: 'remove' });
  expect(page.text).toContain('Gelöscht. Wer diese Angabe sehen durfte, liest sie ab jetzt nicht mehr.');
  expect(page.html).toContain('<title>Vorname');
});

describe('a way whose address the company does not get', () => {
  const READY = { ...REGION, 'value.meter-number': '1RST00009999', 'age-16': 'yes' };

  test('is told before hiding, and is open nowhere after it', async () => {
    const visit = await newcomer();
    await sayYes(visit, COMPARE, { ...READY, channel: ['email', 'portal'], field: 'email' });
    expect((await visit.get('/me/preferences/reach')).text).toMatch(
      /E-Mail: Verbrauch vergleichen [^:]*jetzt/,
    );

    // Nothing ends, but a way closes: that is said first, so the button leads to the page that says it.
    const field = await visit.get('/me/profile/field/email');
    expect(field.html).toContain('href="/me/profile/field/email/hide/rheinstrom"');
    const check = await visit.get('/me/profile/field/email/hide/rheinstrom');
    expect(check.text).toContain('Auf einem Weg kommt dann nichts mehr.');
    expect(check.text).toContain('Dann kommt dazu nichts mehr per E-Mail.');
    await visit.act('/me/profile/field/email/hide/rheinstrom', {});

    const consent = await visit.consent('rheinstrom', 'compare-consumption');
    expect(consent?.standing).toMatchObject({ state: 'granted', channels: ['portal', 'email'] });
    const page = await visit.get(COMPARE);
    expect(page.text).toContain('Es kommt nichts per E-Mail: Rheinstrom bekommt die Angabe dafür nicht.');
    expect(page.text).toMatch(/Auf welchem Weg hier im Portal/);
    const reach = (await visit.get('/me/preferences/reach')).text;
    expect(reach).toMatch(/E-Mail: Verbrauch vergleichen Es kommt nichts per E-Mail: .*? nicht offen/);
    expect(reach).not.toMatch(/E-Mail: Verbrauch vergleichen [^:]*jetzt/);
    expect((await visit.get('/me/companies/rheinstrom/preview')).text).not.toMatch(
      /Verbrauch vergleichen.{0,400}E-Mail-Adresse/,
    );
    expect(await permitted(visit, 'compare-consumption', 'email')).toBe('channel-not-granted');
    expect(await permitted(visit, 'compare-consumption', 'portal')).toBe('granted');

    // Undone, it is open as before.
    const index = consent?.lastIndex ?? -1;
    await visit.act(COMPARE, { act: 'undo', index: String(index), language: 'de' });
    expect(await permitted(visit, 'compare-consumption', 'email')).toBe('granted');
  });
});

test('a needed detail that was emptied is told where the yes stands, and no more once it is there again', async () => {
  const visit = await newcomer();
  const values = { ...REGION, 'value.meter-number': '1RST00009999', 'age-16': 'yes' };
  await sayYes(visit, COMPARE, { ...values, channel: 'portal' });
  const missing = 'Dafür fehlt noch: Zählernummer. Bis dahin kann es nicht wirken.';
  const pages = ['/me', '/me/companies/rheinstrom', COMPARE];
  for (const path of pages) expect((await visit.get(path)).text).not.toContain('Dafür fehlt noch');
  await visit.act('/me/profile/field/meter-number', { act: 'remove' });
  for (const path of pages) expect((await visit.get(path)).text).toContain(missing);
  expect((await visit.get(COMPARE)).html).toContain('href="/me/profile/field/meter-number"');
  await visit.act('/me/profile/field/meter-number', { act: 'save', 'value.meter-number': '1RST00009998' });
  for (const path of pages) expect((await visit.get(path)).text).not.toContain('Dafür fehlt noch');
});

test('topics and ways that are switched off are told in each list of what runs', async () => {
  const visit = await newcomer();
  await sayYes(visit, TEST_RIDES, REGION);
  await visit.act('/me/preferences', { act: 'wishes', shown: 'topics', topic: ['events'] });
  const off = 'Im Moment kommt dazu nichts. Abgeschaltet: Termine.';
  for (const path of ['/me', '/me/companies/alpenrad']) expect((await visit.get(path)).text).toContain(off);
  await visit.act('/me/preferences', { act: 'wishes', shown: ['topics', 'channels'], channel: 'email' });
  for (const path of ['/me', '/me/companies/alpenrad'])
    expect((await visit.get(path)).text).toContain('Im Moment kommt dazu nichts: Kein Weg ist offen.');
});

test('a change of a yes keeps its beginning beside it', async () => {
  const visit = await newcomer();
  await sayYes(visit, TEST_RIDES, { ...REGION, field: ['bicycle-kind', 'interests'] });
  expect((await visit.get(TEST_RIDES)).text).not.toContain('Zuletzt geändert');
  portal.world.advance(20 * 60_000);
  await sayYes(visit, TEST_RIDES, { field: ['interests'], months: '' });
  const { text } = await visit.get(TEST_RIDES);
  const [, since, changed] = /Seit wann (.*?) Zuletzt geändert (.*?) Wie lange/.exec(text) ?? [];
  expect(since).toBeTruthy();
  expect(changed).toBeTruthy();
  expect(since).not.toBe(changed);
});

/** What the company is told when it asks the one decision. */
async function permitted(visit: CustomerVisit, slug: string, channel: Channel): Promise<string> {
  const { core } = portal.services;
  const { read } = core.storage;
  const company = await read.company.findBySlug('rheinstrom');
  const relationship = company && (await read.relationship.findLive(visit.customerId, company.id));
  const purpose = company && (await read.purpose.findBySlug(company.id, slug));
  if (!relationship || !purpose) throw new Error('not there');
  return (await findPermission(read, relationship, purpose, core.world.now(), channel)).reason;
}

test('a text that changed: what is new, the text of the yes, and what was given before, said and not ticked', async () => {
  const cookie = await portal.signIn('anna');
  const person = portal.services.demoPeople().find(({ slug }) => slug === 'anna');
  const anna = visitAs(portal, CustomerId.parse(person?.principal.slice(9)), cookie);
  const page = await anna.get('/me/companies/alpenrad/newsletter');
  expect(page.text).toContain('Der neue Text fragt auch nach: Gesucht.');
  const index = (await anna.consent('alpenrad', 'newsletter'))?.lastIndex;
  expect(page.html).toContain(`href="/me/history/${index}"`);
  expect(page.text).toMatch(/Anna · bisher dabei/);
  expect(page.text.match(/bisher dabei/g)).toHaveLength(3);
  expect(page.html).not.toMatch(/type="checkbox"[^>]*checked/);
});
