import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEntries } from '#app/core/vault/doors/open-evidence.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { type Firm, openFirm, textOf } from './firm.ts';

let portal: TestPortal;
let firm: Firm;

beforeAll(async () => {
  portal = await startTestPortal();
  firm = await openFirm(portal, 2, 'no');
  for (const customer of [0, 1]) {
    await firm.yes(customer, 0, ['email']);
    await firm.yes(customer, 1, ['email']);
  }
});
afterAll(() => portal.stop());

const formOf = async (customer: number) =>
  `/company/people/${await firm.subject(customer)}/no?purpose=purpose-0`;
const visible = async (customer: number, purpose: string) =>
  (await portal.get(`/company/people/${await firm.subject(customer)}?purpose=${purpose}`, firm.cookie))
    .status;

test('what is missing is said beside the field, what was typed stays', async () => {
  const path = await formOf(0);
  const response = await portal.post(path, firm.cookie, { about: 'purpose-1', source: ' ' });
  const html = await response.text();
  expect(response.status).toBe(422);
  expect(textOf(html)).toContain('2 Angaben passen noch nicht.');
  expect(html).toMatch(/value="purpose-1"[^>]*checked|checked[^>]*value="purpose-1"/);
  expect(html).toMatch(/id="source-error"/);
  const long = { about: 'all', method: 'phone', source: 'x'.repeat(121) };
  const tooLong = await (await portal.post(path, firm.cookie, long)).text();
  expect(textOf(tooLong)).toContain('Das ist zu lang. Möglich sind 120 Zeichen.');
  expect(tooLong).toContain('x'.repeat(121));
  expect(await visible(0, 'purpose-0')).toBe(200);
});

test.each([
  { about: 'purpose-9', method: 'letter', source: 's' },
  { about: 'purpose-3', method: 'letter', source: 's' },
  { about: 'all', method: 'web', source: 's' },
  { about: 'all', method: 'letter' },
])('%o is no form of ours and writes nothing', async (fields) => {
  const sent = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  expect((await portal.post(await formOf(0), firm.cookie, sent as Record<string, string>)).status).toBe(422);
  expect(await visible(0, 'purpose-0')).toBe(200);
});

test('a no for one purpose counts at once and stands in the history with its source', async () => {
  const path = await formOf(0);
  const sent = { about: 'purpose-0', method: 'letter', source: 'Brief\r\nvom 14. März' };
  const response = await portal.post(path, firm.cookie, sent);
  expect(response.status).toBe(303);
  expect(await visible(0, 'purpose-0')).toBe(404);
  expect(await visible(0, 'purpose-1')).toBe(200);
  const done = await portal.get(response.headers.get('location') ?? '', firm.cookie);
  expect(textOf(await done.text())).toContain('Das Nein gilt');

  const { core } = portal.services;
  const subject = await firm.subject(0);
  const relationship = await core.storage.read.relationship.findBySubject(firm.companyId, subject);
  const entries = await core.storage.read.ledger.ofRelationship(relationship?.id ?? ('' as never));
  const [last] = (await openEntries(core, entries.slice(-1))).values();
  expect(last?.record).toMatchObject({
    kind: 'withdrawn',
    method: 'letter',
    source: 'Brief vom 14. März',
    actor: { kind: 'staff', name: firm.marketer.pseudonym },
  });
});

test('said once more it is answered alike and writes nothing', async () => {
  const { ledger } = portal.services.core.storage.read;
  const before = (await ledger.state())?.size;
  const sent = { about: 'purpose-0', method: 'phone', source: 'again' };
  const response = await portal.post(await formOf(0), firm.cookie, sent);
  expect(response.status).toBe(303);
  expect((await ledger.state())?.size).toBe(before);
});

test('the same form once more, after the person said yes again, changes nothing', async () => {
  const sent = { about: 'purpose-1', method: 'letter', source: 'late', 'intent-id': randomUUID() };
  expect((await portal.post(await formOf(0), firm.cookie, sent)).status).toBe(303);
  expect(await visible(0, 'purpose-1')).toBe(404);
  await firm.yes(0, 1, ['email']);
  expect((await portal.post(await formOf(0), firm.cookie, sent)).status).toBe(303);
  expect(await visible(0, 'purpose-1')).toBe(200);
});

test('a no to everything closes every purpose that has a choice', async () => {
  const sent = { about: 'all', method: 'till', source: 'Filiale Dornbirn' };
  expect((await portal.post(await formOf(1), firm.cookie, sent)).status).toBe(303);
  for (const purpose of ['purpose-0', 'purpose-1', 'purpose-2']) expect(await visible(1, purpose)).toBe(404);
});

test('the form says nothing about what a person permits', async () => {
  const one = textOf(await (await portal.get(await formOf(0), firm.cookie)).text());
  const two = textOf(await (await portal.get(await formOf(1), firm.cookie)).text());
  const subjects = await Promise.all([firm.subject(0), firm.subject(1)]);
  expect(one.replaceAll(subjects[0].slice(0, 8), '')).toBe(two.replaceAll(subjects[1].slice(0, 8), ''));
});

test('who has left is absent', async () => {
  const path = await formOf(1);
  await firm.play({ type: 'end', customer: 1, company: 0 });
  expect((await portal.get(path, firm.cookie)).status).toBe(404);
  const sent = { about: 'all', method: 'letter', source: 'late letter' };
  expect((await portal.post(path, firm.cookie, sent)).status).toBe(404);
});
