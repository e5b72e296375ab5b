import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveFields } from '#app/core/profile/save-fields.ts';
import { openEntries } from '#app/core/vault/doors/open-evidence.ts';
import { sendExport } from '#app/routes/company/reading/export.server.ts';
import type { StaffVisit } from '#app/routes/company/reading/visit.server.ts';
import { readCsv } from '#tests/support/read-csv.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { type Firm, openFirm, signInStaff, textOf } from './firm.ts';

let portal: TestPortal;
let firm: Firm;
const CUSTOMERS = 6;
const FORM = { purpose: 'purpose-0', reason: 'Mailing of May', format: 'csv' };

beforeAll(async () => {
  portal = await startTestPortal();
  firm = await openFirm(portal, CUSTOMERS, 'exp');
  for (let customer = 0; customer < CUSTOMERS - 1; customer++)
    await firm.yes(customer, 0, customer % 2 ? ['email'] : ['email', 'given-name', 'interests']);
  const first = firm.town.customers[0]?.id ?? ('' as never);
  await saveFields(portal.services.core, first, { 'given-name': '=HYPERLINK("http://evil","x")' });
});
afterAll(() => portal.stop());

const entries = async () => (await portal.services.core.storage.read.ledger.state())?.size ?? 0;

/** Kinds of the log's entries since `size`. */
async function kindsSince(size: number): Promise<string[]> {
  return (await portal.services.core.storage.read.ledger.range(size, 1_000)).map(({ kind }) => kind);
}

test('the check page says what and who will know; it reads nothing', async () => {
  const before = await entries();
  const page = textOf(
    await (await portal.get('/company/people/export?purpose=purpose-0', firm.cookie)).text(),
  );
  expect(page).toContain(`Eine Datei mit ${CUSTOMERS - 1} Menschen`);
  expect(page).toContain('Alle in der Datei sehen diesen Export');
  expect(await entries()).toBe(before);
});

test('without a fresh proof of who asks there is no file', async () => {
  const stale = await signInStaff(portal, firm.marketer, false);
  const before = await entries();
  for (const response of [
    await portal.get('/company/people/export?purpose=purpose-0', stale),
    await portal.post('/company/export', stale, FORM),
  ]) {
    expect(response.status).toBe(302);
    expect(decodeURIComponent(response.headers.get('location') ?? '')).toBe(
      '/step-up?to=/company/people/export?purpose=purpose-0',
    );
  }
  expect(await entries()).toBe(before);
});

test('without a sentence the form comes back, with the format that was chosen', async () => {
  const before = await entries();
  for (const reason of ['', '  \t ', 'abc', 'x'.repeat(201)]) {
    const response = await portal.post('/company/export', firm.cookie, { ...FORM, format: 'ndjson', reason });
    expect(response.status).toBe(303);
    const html = await (await portal.get(response.headers.get('location') ?? '', firm.cookie)).text();
    expect(html).toContain('id="reason-error"');
    expect(html).toMatch(/value="ndjson"[^>]*checked|checked[^>]*value="ndjson"/);
  }
  expect(await entries()).toBe(before);
});

test('neither a link nor HEAD brings a file', async () => {
  const before = await entries();
  for (const method of ['GET', 'HEAD']) {
    const answer = await portal.request('/company/export?purpose=purpose-0&reason=because&format=csv', {
      method,
      headers: { cookie: firm.cookie },
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/company/people']);
  }
  expect(await entries()).toBe(before);
});

test('the same form pressed again brings no second export, however often and however fast; it says where the file is', async () => {
  const page = await (await portal.get('/company/people/export?purpose=purpose-0', firm.cookie)).text();
  const intentId = /name="intent-id" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
  const form = { ...FORM, reason: 'Letters of June', 'intent-id': intentId };
  const before = await entries();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => portal.post('/company/export', firm.cookie, form)),
  );
  await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(303)]);
  expect(await kindsSince(before)).toEqual(['disclosed', 'disclosure-closed']);

  const location = answers.find(({ status }) => status === 303)?.headers.get('location') ?? '';
  const told = await (await portal.get(location, firm.cookie)).text();
  expect(textOf(told)).toContain('Diese Datei haben Sie schon geholt.');
  const fresh = /name="intent-id" value="([0-9a-f-]{36})"/.exec(told)?.[1] ?? '';
  expect(fresh).not.toBe(intentId);
  const anew = await portal.post('/company/export', firm.cookie, { ...form, 'intent-id': fresh });
  await anew.arrayBuffer();
  expect(anew.status).toBe(200);
  expect(await kindsSince(before)).toHaveLength(4);

  // Another format is another file.
  const other = await portal.post('/company/export', firm.cookie, { ...form, format: 'ndjson' });
  await other.arrayBuffer();
  expect(other.status).toBe(200);
});

test('CSV: permitted cells and no others, protected against formulas, recorded before and closed after', async () => {
  const before = await entries();
  const response = await portal.post('/company/export', firm.cookie, FORM);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="co-exp-0-purpose-0-\d{4}-\d{2}-\d{2}\.csv"$/,
  );
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
  const [head, ...rows] = readCsv(bytes.subarray(3).toString('utf8'));
  expect(head).toEqual([
    'subject',
    'permitted-since',
    'channels',
    'email',
    'given-name',
    'country',
    'interests',
    'household-size',
  ]);
  expect(rows).toHaveLength(CUSTOMERS - 1);
  for (let customer = 0; customer < CUSTOMERS - 1; customer++) {
    const row = rows.find(([subject]) => subject === subjects[customer]);
    expect(row?.[3]).toBe(`customer-${customer}-exp@canary.example`);
    expect(row?.[4]).toBe(
      customer === 0 ? '\'=HYPERLINK("http://evil","x")' : customer % 2 ? '' : `given-name exp-${customer}-0`,
    );
    expect(row?.[5]).toBe('');
    expect(row?.[7]).toBe('');
  }
  expect(await kindsSince(before)).toEqual(['disclosed', 'disclosure-closed']);
  expect((await firm.looks())[0]).toMatchObject({ how: 'export', reason: 'Mailing of May', count: 5 });
});

test('NDJSON: the values as they are; what is not permitted is no key', async () => {
  const response = await portal.post('/company/export', firm.cookie, { ...FORM, format: 'ndjson' });
  expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
  const lines = (await response.text()).trimEnd().split('\n');
  const people = lines.map(
    (line) => JSON.parse(line) as { subject: string; values: Record<string, unknown> },
  );
  expect(people).toHaveLength(CUSTOMERS - 1);
  const keysOf = (customer: number) =>
    Object.keys(people.find(({ subject }) => subject === subjects[customer])?.values ?? {}).sort();
  expect(keysOf(0)).toEqual(['email', 'given-name', 'interests']);
  expect(keysOf(1)).toEqual(['email']);
  expect(people.find(({ subject }) => subject === subjects[0])?.values['given-name']).toBe(
    '=HYPERLINK("http://evil","x")',
  );
});

test('reads on only when asked; a reader who goes away ends the export, and the closing entry says how far it came', async () => {
  const many = await openFirm(portal, 253, 'abort');
  await Promise.all(many.town.customers.map((_, customer) => many.yes(customer, 0, ['email'])));
  const before = await entries();
  const response = await sendExport(await visitOf(many), formOf(FORM), () => {});
  const reader = response.body?.getReader();
  if (!reader) throw new Error('no body');
  const decode = async () => Buffer.from((await reader.read()).value ?? []).toString('utf8');

  expect(await decode()).toContain('"permitted-since"');
  expect(await kindsSince(before)).toEqual([]);
  expect((await decode()).trimEnd().split('\r\n')).toHaveLength(250);
  expect(await kindsSince(before)).toEqual(['disclosed']);
  await reader.cancel();
  expect(await kindsSince(before)).toEqual(['disclosed', 'disclosure-closed']);
  const closing = await portal.services.core.storage.read.ledger.entry(before + 1);
  const [opened] = closing ? await openEntries(portal.services.core, [closing]) : [];
  expect(opened?.record).toMatchObject({ kind: 'disclosure-closed', count: 250 });
});

test('an export that nobody begins to read leaves no trace', async () => {
  const before = await entries();
  const response = await sendExport(await visitOf(firm), formOf(FORM), () => {});
  await response.body?.cancel();
  expect(await entries()).toBe(before);
});

async function visitOf({ marketer, companyId, cookie }: Firm): Promise<StaffVisit> {
  const { core, auth } = portal.services;
  const company = await core.storage.read.company.find(companyId);
  const request = new Request('http://portal.test/company/export', { headers: { cookie } });
  const session = (await auth.identify(request))?.session;
  if (!company || !session) throw new Error('not signed in');
  const at = core.world.now();
  return { core, staff: marketer, company, session, at, url: new URL(request.url), intentId: '' };
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const subjects: string[] = [];
beforeAll(async () => {
  for (let customer = 0; customer < CUSTOMERS; customer++) subjects.push(await firm.subject(customer));
});
