import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CustomerVisit, freshCustomer, sayYes } from '#tests/support/customer-visit.ts';
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
