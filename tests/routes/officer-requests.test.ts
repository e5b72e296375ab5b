import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { READING_DAYS, SHOE_SIZE } from '#app/cli/seed/content/company-fields.ts';
import { DAY_MS } from '#app/core/shared/calendar.ts';
import { type CustomerVisit, freshCustomer, sayYes } from '#tests/support/customer-visit.ts';
import { textOf } from '#tests/support/page-text.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { idIn, postFiles } from './rights-visit.ts';

describe('the queue of an officer', () => {
  let portal: TestPortal;
  let clara: CustomerVisit;
  let officer: string;
  beforeAll(async () => {
    portal = await startTestPortal();
    clara = await freshCustomer(portal, 'clara@queue.example', ['alpenrad']);
    await freshCustomer(portal, 'elsewhere@queue.example', ['rheinstrom']);
    officer = await portal.signIn('officer-alpenrad');
  });
  afterAll(() => portal.stop());

  const page = async (path: string, cookie = officer) => {
    const response = await portal.get(path, cookie);
    const html = await response.text();
    return { status: response.status, html, text: textOf(html) };
  };
  const post = (path: string, fields: Record<string, string>, cookie = officer) =>
    portal.post(path, cookie, { 'intent-id': randomUUID(), ...fields });
  const ask = async (kind: string, text = 'Bitte um Antwort') =>
    idIn(await clara.post(`/me/rights/new?kind=${kind}`, { act: 'ask', company: 'alpenrad', text }));

  test('is for the officers of that company alone, on every page', async () => {
    const id = await ask('access');
    const reply = `/officer/requests/${id}/reply?as=done`;
    const others = await Promise.all(
      ['officer-rheinstrom', 'marketer-alpenrad', 'owner-alpenrad', 'anna'].map((slug) =>
        portal.signIn(slug),
      ),
    );
    const [foreign = ''] = others;
    for (const path of [`/officer/requests/${id}`, reply]) {
      expect((await page(path)).status).toBe(200);
      for (const cookie of others) {
        expect((await page(path, cookie)).status).toBe(404);
        expect((await post(path, { text: 'x', act: 'release' }, cookie)).status).toBe(404);
      }
    }
    expect((await page('/officer/requests', foreign)).html).not.toContain(id);
    expect((await page(`/officer/requests/${'0'.repeat(32)}`)).status).toBe(404);
    expect((await page('/officer/requests/new', others[1])).status).toBe(404);
  });

  test('the draft is filled in, sent once, and the person reads the answer', async () => {
    const id = await ask('portability', 'Meine Daten bitte');
    const shown = await page(`/officer/requests/${id}`);
    expect(shown.text).toContain('Meine Daten bitte');
    expect(shown.html).not.toContain('clara@queue.example');
    const draft = await page(`/officer/requests/${id}/reply?as=done`);
    expect(draft.text).toMatch(/Sie wollten am \d+\. \S+ 20\d\d Ihre Daten haben/);
    expect(draft.text).not.toMatch(/\{\{/);
    const path = `/officer/requests/${id}/reply?as=done`;
    const emil = await freshCustomer(portal, 'emil@queue.example', ['alpenrad']);
    const asked = { act: 'ask', company: 'alpenrad', text: 'Falsch geschrieben' };
    const other = idIn(await emil.post('/me/rights/new?kind=rectification', asked));
    const open = await post(`/officer/requests/${other}/reply?as=done`, {
      text: 'Wir haben es geändert: 12 statt 13. Wer die alten Daten bekam, weiß es nun auch: [Namen].',
    });
    expect(open.status).toBe(422);
    expect(textOf(await open.text())).toContain('Bitte ersetzen Sie noch: [Namen]');
    const fields = { 'intent-id': randomUUID(), text: 'Anbei die Datei.' };
    const files = [{ name: 'daten.pdf', text: '%PDF-1.7 data' }];
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => postFiles(portal, path, officer, fields, files)),
    );
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    const own = await clara.get(`/me/rights/${id}`);
    expect(own.text).toContain('hat geantwortet');
    expect(own.text.match(/Anbei die Datei\./g)).toHaveLength(1);
    expect(own.html).toContain(`/me/rights/${id}/files/`);
    expect((await page(path)).status).toBe(404);
    expect((await page('/officer/requests?show=closed')).html).toContain(id);
  });

  test('a hold blocks an erasure and is shown; a refusal names the authority', async () => {
    const id = await ask('erasure');
    const reply = (as: string) => `/officer/requests/${id}/reply?as=${as}`;
    const unnamed = await post(reply('held'), { text: 'Rechnung', until: '', hold: '' });
    expect(unnamed.status).toBe(422);
    expect(await unnamed.text()).toContain('href="#hold"');
    const held = await post(reply('held'), { text: 'Rechnung 2024', until: '2034-12-31', hold: 'retention' });
    expect(held.status).toBe(303);
    expect((await page(reply('done'))).status).toBe(404);
    expect((await post(reply('done'), { text: 'Gelöscht' })).status).toBe(422);
    const own = await clara.get(`/me/rights/${id}`);
    expect(own.text).toContain('Rechnung 2024');
    expect(own.text).toContain('31. Dezember 2034');
    await post(`/officer/requests/${id}`, { act: 'release' });
    const draft = await page(reply('refused'));
    expect(draft.text).toContain('Sie können auch vor Gericht gehen.');
    await post(reply('refused'), { text: 'Das dürfen wir noch nicht.' });
    const refused = await clara.get(`/me/rights/${id}`);
    expect(refused.text).toContain('Alpenrad hat Nein gesagt.');
    expect(refused.text).toContain('Sind Sie nicht einverstanden?');
  });

  test('more time once, and notes that the person never sees', async () => {
    const id = await ask('objection', 'Ich möchte das nicht');
    const reply = (as: string) => `/officer/requests/${id}/reply?as=${as}`;
    await post(reply('note'), { text: 'Aktenzeichen 4711' });
    await post(reply('extended'), { text: 'Wir müssen in drei Filialen suchen.' });
    expect((await page(reply('extended'))).status).toBe(404);
    expect((await page(`/officer/requests/${id}`)).text).toContain('Aktenzeichen 4711');
    const own = await clara.get(`/me/rights/${id}`);
    expect(own.text).not.toContain('4711');
    expect(own.text).toContain('Wir müssen in drei Filialen suchen.');
    expect(own.text).toMatch(/Mehr Zeit bis \d+\. /);
  });

  test('the extract is opened with a reason, recorded, and holds no value of the profile', async () => {
    const id = await ask('rectification', 'Bitte ändern');
    const path = `/officer/requests/${id}/reply?as=extract`;
    expect((await post(path, { text: ' ' })).status).toBe(422);
    const fields = { 'intent-id': randomUUID(), text: 'Auskunft vom Mai' };
    expect((await post(path, fields)).status).toBe(303);
    expect((await post(path, fields)).status).toBe(303);
    const looks = await clara.get('/me/looks');
    expect(looks.text.match(/Auskunft vom Mai/g)).toHaveLength(1);
    const own = await clara.get(`/me/rights/${id}`);
    const files = [...own.html.matchAll(/href="(\/me\/rights\/\w+\/files\/\w+)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(files).toHaveLength(2);
    for (const file of files) {
      const text = await (await portal.get(file, clara.cookie)).text();
      expect(text).not.toContain('clara@queue.example');
      expect(text).not.toContain(clara.customerId);
    }
  });

  test("the extract names the company's own fields as people read them", async () => {
    const dora = await freshCustomer(portal, 'dora@queue.example', ['alpenrad']);
    await sayYes(dora, '/me/companies/alpenrad/test-rides', {
      'value.country': 'at',
      'value.postal-code': '6900',
      [`value.${SHOE_SIZE}`]: '38-40',
      field: [SHOE_SIZE],
    });
    const granted = await dora.consent('alpenrad', 'test-rides');
    expect(granted?.standing.fields).toContain(SHOE_SIZE);
    const asked = { act: 'ask', company: 'alpenrad', text: 'Was ist da?' };
    const id = idIn(await dora.post('/me/rights/new?kind=access', asked));
    await post(`/officer/requests/${id}/reply?as=extract`, { text: 'Auskunft' });
    const own = await dora.get(`/me/rights/${id}`);
    const paths = [...own.html.matchAll(/href="(\/me\/rights\/\w+\/files\/\w+)"/g)];
    const files = await Promise.all(
      paths.map(async ([, path = '']) => (await portal.get(path, dora.cookie)).text()),
    );
    const page = files.find((text) => text.startsWith('<!doctype html>')) ?? '';
    expect(page).toContain('Schuhgröße');
    expect(page).not.toContain(SHOE_SIZE);
    const data = JSON.parse(files.find((text) => text.startsWith('{')) ?? '');
    expect(data.companyFields).toContainEqual(
      expect.objectContaining({ id: SHOE_SIZE, label: { de: 'Schuhgröße', en: 'Shoe size' } }),
    );
    expect(JSON.stringify(data.companyFields)).not.toContain(READING_DAYS);
  });

  test('a letter counts from its day, for a customer and for somebody who is not here', async () => {
    const today = portal.world.now().slice(0, 10);
    const letter = {
      kind: 'access',
      origin: 'letter',
      arrivedOn: today,
      text: 'Sehr geehrte Damen und Herren',
      identity: 'Rückruf',
      name: '',
      contact: '',
      language: 'de',
    };
    const missing = await post('/officer/requests/new', { ...letter, who: '' });
    expect(missing.status).toBe(422);
    expect(await missing.text()).toContain('href="#who"');
    const empty = await post('/officer/requests/new', { ...letter, kind: '', origin: '', text: '', who: '' });
    const told = textOf(await empty.text());
    for (const words of ['Bitte wählen Sie das Recht.', 'auf welchem Weg', 'was gefragt wird, oder'])
      expect(told).toContain(words);
    const nowhere = await post('/officer/requests/new', { ...letter, who: '', name: 'Egon' });
    expect(await nowhere.text()).toContain('href="#contact"');
    const unknown = await post('/officer/requests/new', { ...letter, who: 'nobody@example.org' });
    expect(unknown.status).toBe(422);
    // A customer of another company alone is nobody here.
    expect((await post('/officer/requests/new', { ...letter, who: 'elsewhere@queue.example' })).status).toBe(
      422,
    );
    const known = await post('/officer/requests/new', { ...letter, who: 'Clara@queue.example' });
    expect((await clara.get(`/me/rights/${idIn(known)}`)).text).toContain('als Brief');
    const outsider = await post('/officer/requests/new', {
      ...letter,
      who: '',
      name: 'Egon Fremd',
      contact: 'Gasse 1, 6900 Bregenz',
    });
    const shown = await page(`/officer/requests/${idIn(outsider)}`);
    expect(shown.text).toContain('Egon Fremd');
    expect(shown.text).toContain('Gasse 1, 6900 Bregenz');
    expect(shown.html).not.toContain('as=extract');
    const future = await post('/officer/requests/new', {
      ...letter,
      who: '',
      name: 'Egon',
      contact: 'Gasse 1',
      arrivedOn: '2999-01-01',
    });
    expect(await future.text()).toContain('href="#arrivedOn"');
  });

  test('what is overdue stands first and is counted on the first page', async () => {
    const now = portal.world.now();
    portal.world.advance(120 * DAY_MS);
    const later = await portal.signIn('officer-alpenrad');
    const queue = await page('/officer/requests?show=overdue', later);
    expect(queue.text).toMatch(/davon (?:ist|sind) überfällig|Eine davon ist überfällig/);
    const days = [...queue.html.matchAll(/\/officer\/requests\/(\w{32})"/g)].map((match) => match[1]);
    const { read } = portal.services.core.storage;
    const due = await Promise.all(
      days.map(async (id) => (await read.request.find(id as never))?.dueOn ?? ''),
    );
    expect(due.length).toBeGreaterThan(1);
    expect([...due].sort()).toEqual(due);
    const first = await page('/officer', later);
    // How many other things are late by then hangs on the day on which the demo was written.
    expect(first.text).toMatch(/ \d+ (?:Sachen|Anfragen) sind überfällig\. (?:Noch [^.]+\. )?Das Protokoll/);
    expect(first.html.indexOf(`/officer/requests/${days[0]}`)).toBeLessThan(
      first.html.indexOf(`/officer/requests/${days[1]}`),
    );
    portal.world.set(now);
  });
});
