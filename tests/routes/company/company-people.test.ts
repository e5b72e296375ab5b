import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveFields } from '#app/core/profile/save-fields.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { type Firm, openFirm, textOf } from './firm.ts';

let portal: TestPortal;
let firm: Firm;

beforeAll(async () => {
  portal = await startTestPortal();
  firm = await openFirm(portal, 4, 'people');
  await firm.yes(0, 0, ['email', 'given-name', 'country']);
  await firm.yes(1, 0, ['email']);
  await firm.yes(2, 1, ['email', 'street']);
});
afterAll(() => portal.stop());

const LIST = '/company/people?purpose=purpose-0';
const page = async (path: string) => {
  const response = await portal.get(path, firm.cookie);
  return { status: response.status, headers: response.headers, text: textOf(await response.text()) };
};

test('the purpose comes first: until it is chosen nobody is read', async () => {
  const before = await firm.looks();
  const { text } = await page('/company/people');
  expect(text).toContain('Wofür wollen Sie Menschen sehen?');
  expect(text).toContain('2 Menschen');
  expect(await firm.looks()).toEqual(before);
});

test('a list shows exactly the permitted people and fields, says so, and is recorded', async () => {
  const { text, headers } = await page(LIST);
  const looks = await firm.looks();
  expect(headers.get('cache-control')).toBe('no-store');
  expect(text).toContain('Diese Ansicht wird den Kundinnen und Kunden gezeigt');
  expect(text).toContain('customer-0-people@canary.example');
  expect(text).toContain('given-name people-0-0');
  expect(text).toContain('customer-1-people@canary.example');
  expect(text).not.toContain('given-name people-1-0');
  expect(text).not.toContain('customer-2-people');
  expect(text).not.toContain('customer-3-people');
  // Interests and the size of the household: both people; name and country: the second.
  expect(text.match(/nicht freigegeben/g)).toHaveLength(6);
  expect(looks[0]).toMatchObject({ how: 'list', role: 'marketer', count: 2 });
  const subjects = await portal.services.core.storage.read.disclosure.subjects(looks[0]?.id ?? ('' as never));
  expect(subjects.map(({ fields }) => fields).sort((a, b) => a.length - b.length)).toEqual([
    ['email'],
    ['email', 'given-name', 'country'],
  ]);
});

test('a permitted field that was never entered reads the same as one that is not permitted', async () => {
  const { core } = portal.services;
  const customerId = firm.town.customers[0]?.id ?? ('' as never);
  await saveFields(core, customerId, { 'given-name': '' });
  const permittedButEmpty = await list();
  await firm.yes(0, 0, ['email', 'country']);
  const notPermitted = await list();
  await firm.play({ type: 'write', customer: 0, round: 0 });
  await firm.yes(0, 0, ['email', 'given-name', 'country']);
  expect(permittedButEmpty).toContain('nicht freigegeben');
  expect(permittedButEmpty).toBe(notPermitted);
});

/** The table of the list, markup and all. */
async function list(): Promise<string | undefined> {
  const html = await (await portal.get(LIST, firm.cookie)).text();
  return /<table.*<\/table>/s.exec(html)?.[0];
}

test('nothing fetches a list in passing: no HEAD, no prefetch, no other method', async () => {
  const before = await firm.looks();
  const subject = await firm.subject(0);
  for (const path of [LIST, `/company/people/${subject}?purpose=purpose-0`]) {
    for (const query of ['', '&_data=routes%2Fcompany%2Fpeople', '&_data=routes%2Fcompany%2Fperson']) {
      const head = await portal.request(path + query, { method: 'HEAD', headers: { cookie: firm.cookie } });
      expect(head.status).toBeGreaterThanOrEqual(400);
    }
    for (const header of ['sec-purpose', 'purpose']) {
      const headers = { cookie: firm.cookie, [header]: 'prefetch;prerender' };
      expect((await portal.request(path, { headers })).status).toBe(403);
    }
    expect((await portal.post(path, firm.cookie, {})).status).toBe(405);
  }
  expect(await firm.looks()).toEqual(before);
  const html = await (await portal.get('/company/people', firm.cookie)).text();
  expect(html).not.toMatch(/rel="(prefetch|prerender|modulepreload)"/);
});

test('one person: permitted fields, a lock on the others, and the look stands in their portal', async () => {
  const subject = await firm.subject(0);
  const { text } = await page(`/company/people/${subject}?purpose=purpose-0`);
  expect(text).toContain('given-name people-0-0');
  expect(text).toContain('nicht freigegeben');
  expect(text).toContain('Jetzt erlaubt: per E-Mail.');
  const id = firm.town.customers[0]?.id ?? ('' as never);
  const [look] = await portal.services.core.storage.read.disclosure.looksOfCustomer(id, { limit: 1 });
  expect(look).toMatchObject({ how: 'view', role: 'marketer', fields: ['email', 'given-name', 'country'] });
});

test('who permits nothing for this purpose is not there, like one who never was', async () => {
  for (const customer of [2, 3]) {
    const subject = await firm.subject(customer);
    expect((await page(`/company/people/${subject}?purpose=purpose-0`)).status).toBe(404);
  }
  expect(await firm.looks()).not.toContainEqual(expect.objectContaining({ count: 0 }));
});

test('a stop, a pause and a withdrawal empty the very next page', async () => {
  const subject = await firm.subject(1);
  const path = `/company/people/${subject}?purpose=purpose-0`;
  expect((await page(path)).status).toBe(200);
  await firm.play({ type: 'pause', customer: 1, company: null, until: 'for-good' });
  expect((await page(path)).status).toBe(404);
  expect((await page(LIST)).text).not.toContain('customer-1-people');
  await firm.play({ type: 'pause', customer: 1, company: null, until: 'never' });
  expect((await page(path)).status).toBe(200);
  await firm.play({ type: 'no', customer: 1, purpose: 0, by: 'customer' });
  expect((await page(path)).status).toBe(404);
  expect((await page(LIST)).text).not.toContain('customer-1-people');
  await firm.play({ type: 'undo', customer: 1, purpose: 0 });
  expect((await page(path)).status).toBe(200);
});

test('an objection purpose lists everybody who has not said stop', async () => {
  expect((await page('/company/people?purpose=purpose-2')).text).toContain('4 Menschen für');
  await firm.play({ type: 'no', customer: 3, purpose: 2, by: 'customer' });
  const { text } = await page('/company/people?purpose=purpose-2');
  expect(text).toContain('3 Menschen für');
  expect(text).not.toContain('family-name people-3-0');
});

test('the overview counts and discloses nothing', async () => {
  const before = await firm.looks();
  const { text } = await page('/company');
  expect(text).toContain('3 Menschen dürfen Sie für');
  expect(text).toContain('weniger als 5 sind dafür nicht zu sehen');
  expect(await firm.looks()).toEqual(before);
});

test('long lists come in pages of 50, each person once', async () => {
  const many = await openFirm(portal, 53, 'many');
  for (let customer = 0; customer < 53; customer++) await many.yes(customer, 0, ['email']);
  const seen: string[] = [];
  let path: string | undefined = LIST;
  while (path) {
    const html: string = await (await portal.get(path, many.cookie)).text();
    seen.push(...(html.match(/customer-\d+-many@/g) ?? []));
    path = /href="(\/company\/people\?[^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(seen).toHaveLength(53);
  expect(new Set(seen).size).toBe(53);
  expect((await many.looks()).map(({ count }) => count).sort()).toEqual([3, 50]);
});
