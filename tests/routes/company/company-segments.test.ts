import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { typedProfile } from '#tests/core/permission/profiles.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { type Firm, openFirm, textOf } from './firm.ts';

let portal: TestPortal;
let firm: Firm;
const CUSTOMERS = 8;
const ALL = ['email', 'country', 'interests', 'household-size'] as const;

beforeAll(async () => {
  portal = await startTestPortal();
  firm = await openFirm(portal, CUSTOMERS, 'seg');
  for (let customer = 0; customer < CUSTOMERS - 1; customer++) await firm.yes(customer, 0, ALL);
  // Permits the purpose, but not the country.
  await firm.yes(CUSTOMERS - 1, 0, ['email']);
});
afterAll(() => portal.stop());

const NEW = '/company/segments/new?purpose=purpose-0';
const html = async (path: string) => (await portal.get(path, firm.cookie)).text();
const country = (customer: number) => String(typedProfile('seg', customer, 0).country);
const withCountry = (value: string) =>
  Array.from({ length: CUSTOMERS - 1 }, (_, customer) => country(customer)).filter((one) => one === value)
    .length;

/** The first figure of the count. */
const counted = (page: string) => Number(/class="stat-value">(\d+)</.exec(page)?.[1]);

describe('building without a script', () => {
  test('starts with everybody and offers what the purpose asks for', async () => {
    const page = await html(NEW);
    expect(counted(page)).toBe(CUSTOMERS);
    expect(page).toMatch(/<option value="country">/);
    expect(page).toMatch(/<option value="household-size">/);
    expect(page).not.toMatch(/<option value="needs">/);
    expect(page).not.toContain('<script');
  });

  test('a button adds a row, another takes it away, and the count follows', async () => {
    const added = await html(`${NEW}&add=country&do=add`);
    expect(added).toContain('name="value-0" value="at"');
    expect(counted(added)).toBe(CUSTOMERS);
    const row = `&field-0=country&operator-0=any-of&value-0=${country(0)}`;
    expect(counted(await html(`${NEW}${row}&do=count`))).toBe(withCountry(country(0)));
    const second = `${row}&field-1=household-size&operator-1=at-least&value-1=99`;
    const both = await html(`${NEW}${second}&match=all&do=count`);
    expect(both).toContain('name="field-1" value="household-size"');
    const removed = await html(`${NEW}${second}&remove=1`);
    expect(removed).not.toContain('name="field-1"');
    expect(counted(removed)).toBe(withCountry(country(0)));
  });

  test('a condition counts only who permitted that field: the eighth is in no country', async () => {
    const every = ['de', 'at', 'ch', 'li'].map((value) => `&value-0=${value}`).join('');
    expect(counted(await html(`${NEW}&field-0=country&operator-0=any-of${every}`))).toBe(CUSTOMERS - 1);
    expect(counted(await html(`${NEW}&field-0=country&operator-0=is-not&value-0=${country(7)}`))).toBe(
      CUSTOMERS - 1 - withCountry(country(7)),
    );
  });

  test.each([
    ['a field that the purpose does not ask for', '&field-0=needs&value-0=new-bicycle'],
    ['a field that is none', '&field-0=__proto__&value-0=x'],
    ['a value that is none', "&field-0=country&operator-0=any-of&value-0=at'%20or%201=1"],
    ['an operator that is none', '&field-0=country&operator-0=like&value-0=%25'],
  ])('%s changes nothing', async (_, row) => {
    expect([CUSTOMERS, 0]).toContain(counted(await html(`${NEW}${row}&do=count`)));
  });

  test('an objection purpose offers no condition: nobody permitted to be filtered', async () => {
    const page = await html('/company/segments/new?purpose=purpose-2&field-0=country&value-0=at');
    expect(textOf(page)).toContain('Bei diesem Zweck hat niemand Angaben zum Filtern freigegeben.');
    expect(counted(page)).toBe(CUSTOMERS);
  });

  test('the intent travels with saving alone, and a new condition is where the page starts', async () => {
    const page = await html(`${NEW}&add=country&do=add`);
    expect(page.match(/name="intent-id"/g)).toHaveLength(1);
    expect(page).toMatch(/<button[^>]*name="intent-id"/);
    expect(page).toContain('id="condition-0"');
    expect(page).toContain('formaction="/company/segments/new#condition-1"');
  });

  test('of several regions the one that is none is named; saved ones read as they are typed', async () => {
    const marketer = await portal.signIn('marketer-alpenrad');
    const row = (value: string) =>
      `/company/segments/new?purpose=newsletter&do=count&field-0=postal-region&operator-0=any-of&value-0=${value}`;
    const wrong = textOf(await (await portal.get(row('AT+68,+foo,+DE+88'), marketer)).text());
    expect(wrong).toContain('„foo“ ist keine Region.');
    expect(wrong).not.toContain('„at 68“');
    const right = textOf(await (await portal.get(row('AT+68,de88'), marketer)).text());
    expect(right).not.toContain('keine Region');
    const list = textOf(await (await portal.get('/company/segments', marketer)).text());
    expect(list).toContain('AT 67, AT 68 oder AT 69');
  });

  test('nothing is disclosed by counting', async () => {
    expect(await firm.looks()).toEqual([]);
  });
});

describe('saving', () => {
  const draft = { purpose: 'purpose-0', 'field-0': 'country', 'operator-0': 'any-of' };

  test('a name and whole conditions are asked for; what was chosen stays', async () => {
    const response = await portal.post(NEW, firm.cookie, { ...draft, 'value-0': ['at', 'de'], name: ' ' });
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain('id="name-error"');
    expect(page).toMatch(/value="at"[^>]*checked|checked[^>]*value="at"/);
    const empty = await portal.post(NEW, firm.cookie, { ...draft, name: 'Without values' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('id="value-0-error"');
    const long = await portal.post(NEW, firm.cookie, { ...draft, 'value-0': 'at', name: 'x'.repeat(81) });
    expect(long.status).toBe(422);
    expect(await portal.services.core.storage.read.segment.ofCompany(firm.companyId)).toEqual([]);
  });

  test('the same form twice, even at once, saves one segment', async () => {
    const fields = { ...draft, 'value-0': country(0), name: 'Home country', 'intent-id': randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => portal.post(NEW, firm.cookie, fields)));
    const places = new Set(answers.map((answer) => answer.headers.get('location')));
    expect(places.size).toBe(1);
    expect(await portal.services.core.storage.read.segment.ofCompany(firm.companyId)).toHaveLength(1);
    const page = textOf(await html([...places][0] ?? ''));
    expect(page).toContain('Das Segment ist gespeichert.');
    expect(page).toContain(`${withCountry(country(0))} Mensch`);
  });

  test('its list and its count are the same people', async () => {
    const [segment] = await portal.services.core.storage.read.segment.ofCompany(firm.companyId);
    const list = await html(`/company/people?segment=${segment?.id}`);
    expect(new Set(list.match(/customer-\d+-seg@/g))).toHaveLength(withCountry(country(0)));
    expect((await firm.looks())[0]?.count).toBe(withCountry(country(0)));
  });

  test('deleting takes one form and leaves the people as they are', async () => {
    const [segment] = await portal.services.core.storage.read.segment.ofCompany(firm.companyId);
    const path = `/company/segments/${segment?.id}`;
    expect((await portal.post(path, firm.cookie, { act: 'nonsense' })).status).toBe(400);
    expect((await portal.post(path, firm.cookie, { act: 'remove' })).status).toBe(303);
    expect((await portal.get(path, firm.cookie)).status).toBe(404);
    expect((await portal.post(path, firm.cookie, { act: 'remove' })).status).toBe(404);
    expect(counted(await html(NEW))).toBe(CUSTOMERS);
  });
});
