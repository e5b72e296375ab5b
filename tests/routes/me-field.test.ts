import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { discloseToCompany } from '#app/core/vault/doors/disclose-to-company.ts';
import { previewDisclosure } from '#app/core/vault/doors/preview-disclosure.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import { CustomerId, StaffId } from '#schema/ids.ts';
import { type CustomerVisit, freshCustomer, visitAs } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let visit: CustomerVisit;

beforeAll(async () => {
  portal = await startTestPortal();
  visit = await freshCustomer(portal, 'feld@beispiel.at', ['alpenrad', 'rheinstrom']);
});

afterAll(async () => {
  await portal.stop();
});

const grant = async (company: string, purpose: string, fields: Record<string, string | string[]>) => {
  const page = await visit.get(`/me/companies/${company}/${purpose}`);
  return visit.act(`/me/companies/${company}/${purpose}`, {
    act: 'yes',
    version: page.hidden('version'),
    language: 'de',
    ...fields,
  });
};

test('a value is changed in place, with its origin, its earlier values and the way to forget them', async () => {
  await visit.act('/me/profile/field/given-name', { act: 'save', 'value.given-name': 'Clara' });
  const page = await visit.act('/me/profile/field/given-name', {
    act: 'save',
    'value.given-name': 'Klara',
  });
  expect(page.text).toContain('Gespeichert.');
  expect(page.text).toMatch(/Was früher da stand .*Clara/);
  expect(page.html).toContain('value="Klara"');
  const forgotten = await visit.act('/me/profile/field/given-name', { act: 'forget' });
  expect(forgotten.text).toContain('Die früheren Werte sind gelöscht.');
  expect(forgotten.text).not.toContain('Clara');
});

test('a wrong value stands beside its field, as typed, and nothing is saved', async () => {
  const page = await visit.act('/me/profile/field/mobile', { act: 'save', 'value.mobile': '0660 12' });
  expect(page.status).toBe(422);
  expect(page.html).toContain('value="0660 12"');
  expect(page.html).toContain('href="#value.mobile"');
});

test('says who sees it, since when, for what and whether anybody looked', async () => {
  await grant('alpenrad', 'newsletter', { field: ['given-name', 'interests'], channel: 'email' });
  const page = await visit.get('/me/profile/field/given-name');
  expect(page.text).toMatch(/(?:Rheinstrom und Alpenrad|Alpenrad und Rheinstrom) dürfen das sehen\./);
  expect(page.text).toMatch(/Neues rund ums Rad seit [^·]* · freiwillig/);
  expect(page.text).toContain('Noch nie gelesen.');
  expect(page.text).toContain('Vor Alpenrad verbergen');
});

test('hidden where the purpose can do without it: at once, with receipt and undo', async () => {
  const field = await visit.get('/me/profile/field/interests');
  expect(field.html).toContain('action="/me/profile/field/interests/hide/alpenrad"');
  const page = await visit.act('/me/profile/field/interests/hide/alpenrad', {});
  expect(page.text).toContain('Alpenrad sieht das nicht mehr: Interessen.');
  expect(page.html).toMatch(/href="\/me\/history\/\d+"/);
  expect(page.html).toContain('href="/me/companies/alpenrad/newsletter"');
  const consent = await visit.consent('alpenrad', 'newsletter');
  expect(consent?.standing).toMatchObject({ state: 'granted' });
  expect(consent?.standing.fields).not.toContain('interests');
});

test('where a purpose needs it, a page says what ends before anything happens', async () => {
  const check = await visit.get('/me/profile/field/email/hide/alpenrad');
  expect(check.text).toContain('Was diese Angabe braucht, endet damit.');
  expect((await visit.consent('alpenrad', 'newsletter'))?.standing.state).toBe('granted');
  // A form that does not name what ends leads to the page that does.
  const unnamed = await visit.post('/me/profile/field/email/hide/alpenrad', {});
  expect(unnamed.headers.get('location')).toBe('/me/profile/field/email/hide/alpenrad');
  const ends = [...check.html.matchAll(/name="ends" value="([0-9a-f]{32})"/g)].map(([, id]) => id ?? '');
  expect(ends.length).toBeGreaterThan(0);
  const intent = randomUUID();
  const posts = Array.from({ length: 10 }, () =>
    visit.post('/me/profile/field/email/hide/alpenrad', { ends, 'intent-id': intent }),
  );
  for (const answer of await Promise.all(posts)) expect(answer.status).toBe(303);
  expect((await visit.consent('alpenrad', 'newsletter'))?.standing.state).toBe('withdrawn');
  expect((await visit.get('/me/profile/field/email')).text).not.toContain('Vor Alpenrad verbergen');
});

test.each([
  '/me/profile/field/nonsense',
  `/me/profile/field/x-${'a'.repeat(32)}`,
  '/me/profile/field/email/hide/nobody',
  '/me/companies/kornundkruste/preview',
  '/me/companies/nobody/preview',
])('%s is not found', async (path) => {
  expect((await visit.get(path)).status).toBe(404);
  expect((await visit.post(path, { act: 'save' })).status).toBeGreaterThanOrEqual(400);
});

test('the preview is byte for byte what the company then gets, for everybody and every purpose, and is no look', async () => {
  const { core } = portal.services;
  const { read } = core.storage;
  let compared = 0;
  const people = portal.services.demoPeople().filter(({ principal }) => principal.startsWith('customer:'));
  const ids = [...people.map(({ principal }) => CustomerId.parse(principal.slice(9))), visit.customerId];
  for (const customerId of ids) {
    for (const relationship of await read.relationship.ofCustomer(customerId)) {
      const company = await read.company.find(relationship.companyId);
      const [marketer] = portal.services
        .demoPeople()
        .filter(({ slug }) => slug === `marketer-${company?.slug}`);
      const staff = await read.staff.find(StaffId.parse(marketer?.principal.slice(6)));
      if (!staff) throw new Error('no marketer');
      for (const { purpose } of await read.purpose.all(relationship.companyId)) {
        const size = (await read.ledger.state())?.size;
        const preview = await previewDisclosure(core, customerId, relationship, purpose.id);
        expect((await read.ledger.state())?.size).toBe(size);
        const { people } = await discloseToCompany(core, {
          staff,
          role: 'marketer',
          purposeId: purpose.id,
          how: 'view',
          reason: 'Vergleich',
          runId: core.world.newId(),
          people: { subjects: [relationship.subject] },
        });
        expect(JSON.stringify(preview ?? null)).toBe(JSON.stringify(people[0] ?? null));
        if (preview) compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(3);
});

test('the preview page shows these rows and writes nothing', async () => {
  const { read } = portal.services.core.storage;
  const cookie = await portal.signIn('anna');
  const size = (await read.ledger.state())?.size;
  const html = await (await portal.get('/me/companies/alpenrad/preview', cookie)).text();
  expect(html).toContain('Das bekommt Alpenrad, wenn jemand jetzt schaut.');
  expect(html).toContain('anna.keller@example.org');
  expect((await read.ledger.state())?.size).toBe(size);
});

test('the drawing and its table say the same, from the permission itself', async () => {
  const cookie = await portal.signIn('anna');
  const html = await (await portal.get('/me/profile/flow', cookie)).text();
  expect(html).toMatch(/\d+ Angaben gehen an/);
  const rows = [...html.matchAll(/<tr>.*?<\/tr>/gs)].length - 1;
  expect(rows).toBeGreaterThan(5);
  expect(html).toContain('class="flow-band"');
  const nobody = await visit.get('/me/profile/flow');
  expect(nobody.status).toBe(200);
});

test('a value a year old is on the list; yes takes it off and keeps it; nothing changes without an answer', async () => {
  portal.world.advance(20 * 86_400_000);
  const person = portal.services.demoPeople().find(({ slug }) => slug === 'anna');
  const anna = visitAs(portal, CustomerId.parse(person?.principal.slice(9)), await portal.signIn('anna'));
  const page = await anna.get('/me/profile');
  expect(page.text).toMatch(/Stimmen diese \d+ Angaben noch\?/);
  expect(page.html).toContain('action="/me/profile/field/city"');
  const kept = await anna.act('/me/profile/field/city', { act: 'confirm', from: 'list' });
  expect(kept.text).toContain('Gemerkt: Das stimmt noch.');
  expect(kept.html).not.toContain('action="/me/profile/field/city"');
  expect((await readOwn(portal.services.core, anna.customerId)).city?.value).toBe('Bregenz');
  const off = await anna.act('/me/profile', { act: 'remind', wanted: 'no' });
  expect(off.text).toContain('Wir fragen nie, ob ein Wert noch stimmt.');
  expect(off.text).not.toContain('Angaben noch?');
});
