import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEntries } from '#app/core/vault/doors/open-evidence.ts';
import { type CustomerVisit, freshCustomer, sayYes } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

const NEWSLETTER = '/me/companies/alpenrad/newsletter';
const TEST_RIDES = '/me/companies/alpenrad/test-rides';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal();
});
afterAll(async () => {
  const { whole, report } = await portal.services.checkLog();
  expect(report?.faults).toEqual([]);
  expect(whole).toBe(true);
  await portal.stop();
});

let count = 0;
const newcomer = (): Promise<CustomerVisit> =>
  freshCustomer(portal, `wahl${count++}@beispiel.at`, ['alpenrad', 'rheinstrom']);

async function record(index: number) {
  const { core } = portal.services;
  const entry = await core.storage.read.ledger.entry(index);
  const [opened] = entry ? await openEntries(core, [entry]) : [];
  return opened?.record;
}

describe('a yes', () => {
  test('holds for the chosen subset, says from what to what, when and under which number', async () => {
    const visit = await newcomer();
    const page = await sayYes(visit, NEWSLETTER, { field: ['given-name', 'interests'] });
    const consent = await visit.consent('alpenrad', 'newsletter');
    expect(consent?.standing).toMatchObject({
      state: 'granted',
      fields: ['email', 'given-name', 'interests'],
      channels: ['email'],
    });
    expect(page.text).toContain('Vorher: noch nicht entschieden. Jetzt: Ja.');
    expect(page.text).toContain(`Eintrag ${consent?.lastIndex}`);
    expect(page.text).toContain('Jeden Blick sehen Sie unter „Wer hat geschaut“');
    expect(page.text).toContain('rückgängig machen');
    expect((await visit.get('/me')).text).toContain(
      'Neues rund ums Rad E-Mail-Adresse, Vorname und Interessen',
    );
  });

  test('keeps the exact text and language that were on the page', async () => {
    const visit = await newcomer();
    const page = await visit.get(NEWSLETTER, { 'accept-language': 'en' });
    await visit.act(NEWSLETTER, {
      act: 'yes',
      version: page.hidden('version'),
      language: 'en',
      channel: 'email',
    });
    const consent = await visit.consent('alpenrad', 'newsletter');
    const entry = await record(consent?.lastIndex ?? -1);
    expect(entry).toMatchObject({ language: 'en', method: 'web', source: NEWSLETTER, gpc: false });
    const shown = await visit.get(`/me/history/${consent?.lastIndex}`);
    expect(shown.text).toContain('News about bikes');
    expect(shown.text).toContain('Genau so stand der Text damals da, auf Englisch.');
  });

  test('cannot be given for fields or channels that the text does not ask for', async () => {
    const visit = await newcomer();
    for (const more of [{ field: 'meter-number' }, { channel: ['email', 'phone'] }]) {
      expect((await sayYes(visit, NEWSLETTER, more)).status).toBe(422);
    }
    expect(await visit.consent('alpenrad', 'newsletter')).toBeUndefined();
  });

  test('needs a channel where several are offered; what was chosen stays chosen', async () => {
    const visit = await newcomer();
    const page = await sayYes(visit, TEST_RIDES, {
      channel: [],
      field: 'bicycle-kind',
      'value.country': 'at',
      'value.postal-code': '6900',
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Bitte wählen Sie mindestens einen Weg');
    expect(page.html).toMatch(/value="bicycle-kind"[^>]*checked|checked[^>]*value="bicycle-kind"/);
    expect(page.html).toMatch(
      /name="value.postal-code"[^>]*value="6900"|value="6900"[^>]*name="value.postal-code"/,
    );
    expect(page.html).toContain('href="#channel"');
    expect(await visit.consent('alpenrad', 'test-rides')).toBeUndefined();
  });

  test('asks in the same step for values that are missing, of a derived field for what it comes from', async () => {
    const visit = await newcomer();
    const asked = await visit.get(TEST_RIDES);
    expect(asked.html).toContain('name="value.postal-code"');
    expect(asked.html).toContain('name="value.country"');
    expect(asked.html).not.toContain('name="value.postal-region"');
    expect(asked.html).not.toContain('name="value.email"');

    const empty = await sayYes(visit, TEST_RIDES, { 'value.country': 'at', 'value.postal-code': '' });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('href="#value.postal-code"');
    const wrong = await sayYes(visit, TEST_RIDES, { 'value.country': 'at', 'value.postal-code': '69' });
    expect(wrong.text).toContain('vier oder fünf Ziffern');
    expect(wrong.html).toContain('value="69"');
    expect(await visit.consent('alpenrad', 'test-rides')).toBeUndefined();

    await sayYes(visit, TEST_RIDES, { 'value.country': 'at', 'value.postal-code': '6900' });
    expect((await visit.consent('alpenrad', 'test-rides'))?.standing.state).toBe('granted');
    expect((await visit.get('/me/profile')).text).toContain('6900');
  });

  test('given to a text that changed meanwhile is not taken; the page shows the new text', async () => {
    const visit = await newcomer();
    const { read } = portal.services.core.storage;
    const company = await read.company.findBySlug('alpenrad');
    const purpose = company && (await read.purpose.findBySlug(company.id, 'newsletter'));
    const [older] = purpose ? await read.purpose.versions(purpose.id) : [];
    const page = await sayYes(visit, NEWSLETTER, { version: older?.id ?? '' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Der Text hat sich geändert, während Sie lasen.');
    expect(await visit.consent('alpenrad', 'newsletter')).toBeUndefined();
  });

  test('keeps the browser signal Sec-GPC with the event and says so on the page', async () => {
    const visit = await newcomer();
    const page = await visit.get(NEWSLETTER, { 'sec-gpc': '1' });
    expect(page.text).toContain('Ihr Browser bittet darum, dass niemand Ihre Daten weitergibt.');
    const body = new URLSearchParams({
      act: 'yes',
      version: page.hidden('version'),
      language: 'de',
      channel: 'email',
    });
    await portal.request(NEWSLETTER, {
      method: 'POST',
      body,
      headers: { cookie: visit.cookie, 'sec-fetch-site': 'same-origin', 'sec-gpc': '1' },
    });
    const consent = await visit.consent('alpenrad', 'newsletter');
    expect(await record(consent?.lastIndex ?? -1)).toMatchObject({ kind: 'granted', gpc: true });
    expect((await visit.get(NEWSLETTER, { 'sec-gpc': '0' })).text).not.toContain('Ihr Browser bittet darum');
  });
});
