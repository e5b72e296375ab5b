import { afterAll, beforeAll, expect, test } from 'vitest';
import { READING_DAYS, SHOE_SIZE } from '#app/cli/seed/content/company-fields.ts';
import { nextQuestion } from '#app/core/company-field/answer-field.ts';
import { addMs } from '#app/core/shared/calendar.ts';
import { discloseToCompany } from '#app/core/vault/doors/disclose-to-company.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import { CustomerId, StaffId } from '#schema/ids.ts';
import { type CustomerVisit, freshCustomer, visitAs } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { textOf } from './firm.ts';

let portal: TestPortal;
let visit: CustomerVisit;
let marketer: string;
let owner: string;

beforeAll(async () => {
  portal = await startTestPortal();
  visit = await freshCustomer(portal, 'fragen@beispiel.at', ['alpenrad']);
  marketer = await portal.signIn('marketer-alpenrad');
  owner = await portal.signIn('owner-alpenrad');
});

afterAll(async () => {
  await portal.stop();
});

const page = async (path: string, cookie: string) => (await portal.get(path, cookie)).text();
const proposal = {
  'label.de': 'Liebste Farbe',
  'label.en': 'Favourite colour',
  type: 'text',
  'reason.de': 'Wir stellen passende Räder vor.',
  'reason.en': 'We show bikes that fit.',
  'benefit.de': 'Sie sehen, was Ihnen gefällt.',
  'benefit.en': 'You see what you like.',
};
const fieldIdIn = (html: string) => /name="field" value="(x-[0-9a-f]{32})"/.exec(html)?.[1] ?? '';

test('a proposal asks nobody; somebody else releases it; its author cannot', async () => {
  const sent = await portal.post('/company/fields/new', marketer, proposal);
  expect(sent.headers.get('location')).toBe('/company/fields?done=proposed');
  const html = await page('/company/fields', marketer);
  expect(html).toContain('Liebste Farbe');
  expect(html).toContain('noch nicht freigegeben');
  const id = fieldIdIn(html);
  expect((await portal.post('/company/fields', marketer, { act: 'release', field: id })).status).toBe(404);
  expect((await visit.get('/me/profile')).text).not.toContain('Liebste Farbe');
  expect((await visit.get(`/me/profile/field/${id}`)).status).toBe(404);
  expect((await visit.get(`/me/companies/alpenrad/detail/${id}`)).status).toBe(404);

  const done = await portal.post('/company/fields', owner, { act: 'release', field: id });
  expect(done.headers.get('location')).toBe('/company/fields?done=released');
  expect((await visit.get('/me/profile')).text).toContain('Liebste Farbe');
  const again = await portal.post('/company/fields', owner, { act: 'release', field: id });
  expect(again.status).toBe(409);

  const own = { ...proposal, 'label.de': 'Liebster Tag', 'label.en': 'Favourite day' };
  await portal.post('/company/fields/new', owner, own);
  const ownHtml = await page('/company/fields', owner);
  const ownId = fieldIdIn(ownHtml);
  expect(ownHtml).toContain('Ihren eigenen Vorschlag gibt jemand anderes aus der Leitung frei.');
  expect((await portal.post('/company/fields', owner, { act: 'release', field: ownId })).status).toBe(403);
  expect((await portal.post('/company/fields', owner, { act: 'retire', field: ownId })).status).toBe(303);
});

test.each([
  ['Haben Sie Allergien?', 'allergien'],
  ['Ihre Konfession', 'konfession'],
  ['Partei oder Gewerkschaft', 'gewerkschaft'],
  ['Vorstrafen', 'vorstrafen'],
  ['Haben Sie Diabetes?', 'diabetes'],
])('"%s" is refused, with the word that says why, and what was typed is kept', async (label, word) => {
  const sent = await portal.post('/company/fields/new', marketer, { ...proposal, 'label.de': label });
  expect(sent.status).toBe(422);
  const html = await sent.text();
  expect(html.toLowerCase()).toContain(`„${word}“`);
  expect(html).toContain('Favourite colour');
});

test.each([
  [{ 'label.en': '' }, 'label.en'],
  [{ type: 'choice', 'options.de': 'eins\nzwei', 'options.en': 'one' }, 'options.de'],
  [{ type: 'choice', 'options.de': 'eins\nzwei\nZwei', 'options.en': 'a\nb\nc' }, 'options.de'],
  [{ type: 'choice', 'options.de': 'eins\nzwei', 'options.en': 'one\none' }, 'options.en'],
  [{ 'reason.de': 'Nur so.' }, 'reason.de'],
  [{ type: 'essay' }, 'type'],
])('what is missing stands beside its field: %j', async (change, id) => {
  const sent = await portal.post('/company/fields/new', marketer, { ...proposal, ...change });
  expect(sent.status).toBe(422);
  expect(await sent.text()).toContain(`href="#${id}"`);
});

test('the form speaks the reader’s language, and says what is wrong with two equal lines', async () => {
  const change = { type: 'choice', 'options.de': 'eins\neins', 'options.en': 'one\ntwo', 'reason.en': '' };
  const sent = await (await portal.post('/company/fields/new', marketer, { ...proposal, ...change })).text();
  expect(sent).toContain('Name der Angabe auf Englisch');
  expect(sent).not.toContain('auf English');
  expect(sent).toContain('Zwei dieser Zeilen sind gleich oder fast gleich.');
  expect(textOf(sent)).toContain('Warum Sie fragen, auf Englisch: Bitte füllen Sie dieses Feld aus.');
});

test('other companies and other roles are told nothing and change nothing', async () => {
  const stranger = await portal.signIn('owner-rheinstrom');
  const gone = await portal.post('/company/fields', stranger, { act: 'retire', field: SHOE_SIZE });
  expect(gone.status).toBe(404);
  expect(await page('/company/fields', stranger)).not.toContain('Schuhgröße');
  const officer = await portal.signIn('officer-alpenrad');
  expect((await portal.get('/company/fields', officer)).status).toBe(404);
  const seen = await page('/officer/fields', officer);
  expect(seen).toContain('Schuhgröße');
  expect(seen).not.toContain('<button type="submit" class="button button-secondary');
  expect((await portal.get('/officer/fields', marketer)).status).toBe(404);
  expect((await portal.get('/company/fields', visit.cookie)).status).toBe(404);
});

test('one question at a time, with reason and benefit; put off for six months; quiet for a day after an answer', async () => {
  const company = await visit.get('/me/companies/alpenrad');
  expect(company.text).toContain('Alpenrad fragt, wenn Sie mögen');
  expect(company.text).toContain('Warum: Für Probefahrten legen wir Schuhe bereit');
  expect(company.text).toContain('Die Antwort gehört Ihnen.');
  expect(company.html.match(/id="detail"/g)).toHaveLength(1);
  const path = `/me/companies/alpenrad/detail/${SHOE_SIZE}`;

  const wrong = await visit.act(path, { act: 'answer', [`value.${SHOE_SIZE}`]: 'barfuß' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain(`href="#value.${SHOE_SIZE}"`);

  const skipped = await visit.act(path, { act: 'skip' });
  expect(skipped.text).toContain('Diese Frage kommt sechs Monate lang nicht wieder.');
  expect(skipped.html).not.toContain('id="detail"');
  const { read } = portal.services.core.storage;
  const found = await read.company.findBySlug('alpenrad');
  if (!found) throw new Error('no company');
  const asked = async (days: number) => {
    const at = addMs(portal.world.now(), days * 86_400_000);
    const input = { customerId: visit.customerId, companyId: found.id, at };
    const next = await nextQuestion(read, input, await readOwn(portal.services.core, visit.customerId));
    return next?.content.label.de ?? null;
  };
  expect(await asked(0.9)).toBe(null);
  // The next question, not the one that was put off; that one comes back after six months.
  expect(await asked(2)).toBe('Liebste Farbe');
  expect(await asked(190)).toBe('Schuhgröße');
});

test('an answer goes to the profile alone; the company sees it only with a yes that includes it', async () => {
  const path = `/me/companies/alpenrad/detail/${SHOE_SIZE}`;
  const done = await visit.act(path, { act: 'answer', [`value.${SHOE_SIZE}`]: '38-40' });
  expect(done.text).toContain('Ihre Antwort steht jetzt bei Ihren Daten.');
  const own = await readOwn(portal.services.core, visit.customerId);
  expect(own[SHOE_SIZE]).toMatchObject({ value: '38-40', source: 'customer' });
  const field = await visit.get(`/me/profile/field/${SHOE_SIZE}`);
  expect(field.text).toContain('Niemand darf das sehen.');
  expect(field.text).toContain('Alpenrad fragt danach');
  expect((await visit.get('/me/profile/extra')).html).toContain(`name="value.${SHOE_SIZE}"`);

  const purpose = await visit.get('/me/companies/alpenrad/test-rides');
  expect(purpose.text).toContain('Schuhgröße');
  await visit.act('/me/companies/alpenrad/test-rides', {
    act: 'yes',
    version: purpose.hidden('version'),
    language: 'de',
    field: [SHOE_SIZE],
    channel: 'email',
    'value.postal-code': '6900',
    'value.country': 'at',
  });
  const seen = await visit.get(`/me/profile/field/${SHOE_SIZE}`);
  expect(seen.text).toContain('Alpenrad darf das sehen.');
  expect(seen.text).toContain('38 bis 40');
  const people = await page('/company/people?purpose=test-rides', marketer);
  expect(people).toContain('Schuhgröße');
  const hidden = await visit.act(`/me/profile/field/${SHOE_SIZE}/hide/alpenrad`, {});
  expect(hidden.text).toContain('Alpenrad sieht das nicht mehr: Schuhgröße.');
});

test('what anna answered reaches rheinstrom by its name, and no fact in clear', async () => {
  const { core } = portal.services;
  const { read } = core.storage;
  const person = (slug: string) => portal.services.demoPeople().find((one) => one.slug === slug);
  const customerId = CustomerId.parse(person('anna')?.principal.slice(9));
  const staff = await read.staff.find(StaffId.parse(person('marketer-rheinstrom')?.principal.slice(6)));
  const [relationship] = (await read.relationship.ofCustomer(customerId)).filter(
    ({ companyId }) => companyId === staff?.companyId,
  );
  if (!staff?.companyId || !relationship) throw new Error('anna is not there');
  const purpose = await read.purpose.findBySlug(staff.companyId, 'compare-consumption');
  if (!purpose) throw new Error('no purpose');
  const { people } = await discloseToCompany(core, {
    staff,
    role: 'marketer',
    purposeId: purpose.id,
    how: 'view',
    reason: 'Probe',
    runId: core.world.newId(),
    people: { subjects: [relationship.subject] },
  });
  expect(people[0]?.values[READING_DAYS]).toBe('month-start');
  expect(JSON.stringify(await read.fact.find(relationship.factId))).not.toContain('month-start');
  const anna = visitAs(portal, customerId, await portal.signIn('anna'));
  expect((await anna.get('/me/profile')).text).toMatch(/Ablesezeit am Anfang des Monats/);
});

test('a retired field is asked for no more; what was entered stays its owner’s', async () => {
  expect((await portal.post('/company/fields', owner, { act: 'retire', field: SHOE_SIZE })).status).toBe(303);
  expect((await visit.get('/me/profile')).text).toContain('Schuhgröße');
  const other = await freshCustomer(portal, 'spaeter@beispiel.at', ['alpenrad']);
  expect((await other.get(`/me/profile/field/${SHOE_SIZE}`)).status).toBe(404);
  expect((await other.get('/me/profile')).text).not.toContain('Schuhgröße');
});

test('who proposed and released is told to colleagues by name, to the privacy team by a sign, and to oneself plainly', async () => {
  const sent = { ...proposal, 'label.de': 'Helmgröße', 'label.en': 'Helmet size' };
  await portal.post('/company/fields/new', marketer, sent);
  const own = textOf(await page('/company/fields', marketer));
  expect(own).toContain('Vorgeschlagen von Ihnen am');
  const id = fieldIdIn(await page('/company/fields', owner));
  await portal.post('/company/fields', owner, { act: 'release', field: id });
  const released = textOf(await page('/company/fields', owner));
  expect(released).toContain('Freigegeben von Ihnen am');
  expect(released).toContain('Vorgeschlagen von Tobias Geiger am');
  expect(textOf(await page('/company/fields', marketer))).toContain('Freigegeben von Marlene Rinderer am');
  const officer = await portal.signIn('officer-alpenrad');
  const read = textOf(await page('/officer/fields', officer));
  expect(read).toMatch(/Vorgeschlagen von staff-[0-9a-f]{6} am/);
  expect(read).not.toContain('Marlene Rinderer');
});

test('to ask no longer takes a second press, after reading what it means', async () => {
  const html = await page('/company/fields', marketer);
  expect(html).toMatch(/<summary>Nicht mehr fragen<\/summary>/);
  expect(textOf(html)).toContain('Was Menschen geantwortet haben, bleibt bei ihnen.');
});
