import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshCustomer } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { textOf } from './firm.ts';

let portal: TestPortal;
let marketer: string;
beforeAll(async () => {
  portal = await startTestPortal();
  marketer = await portal.signIn('marketer-alpenrad');
});
afterAll(() => portal.stop());

const html = async (path: string, cookie: string) => (await portal.get(path, cookie)).text();
const titleOf = (page: string) => /<title>([^<]*)<\/title>/.exec(page)?.[1];

test('the first page says who waits for an answer, and how many wait too long', async () => {
  const { read } = portal.services.core.storage;
  const company = await read.company.findBySlug('alpenrad');
  if (!company) throw new Error('no company');
  const waiting = await read.thread.waiting(company.id, 200);
  const now = portal.world.now();
  const overdue = waiting.filter(({ dueAt }) => dueAt !== null && dueAt < now).length;
  expect(waiting.length).toBeGreaterThan(0);
  const page = textOf(await html('/company', marketer));
  expect(page).toMatch(waiting.length === 1 ? 'Ein Gespräch wartet' : `${waiting.length} Gespräche warten`);
  if (overdue > 1) expect(page).toContain(`Auf ${overdue} Antworten warten Menschen schon`);
  if (overdue === 0) expect(page).not.toContain('über die Frist hinaus');
});

test('what waits is told once, each with its own way there', async () => {
  const page = await html('/company', marketer);
  expect(page.match(/class="notice-title"[^>]*>[^<]*Gespräche? warte/g)).toHaveLength(1);
});

test('tabs are told apart by what they show, never by a value of a person', async () => {
  const visit = await freshCustomer(portal, 'titel@beispiel.at', ['alpenrad']);
  const { read } = portal.services.core.storage;
  const company = await read.company.findBySlug('alpenrad');
  const found = company && (await read.relationship.findLive(visit.customerId, company.id));
  if (!found || !company) throw new Error('not connected');
  const person = await html(`/company/people/${found.subject}?purpose=similar-products`, marketer);
  expect(titleOf(person)).toMatch(new RegExp(`^Person ${found.subject.slice(0, 8)} `));
  expect(titleOf(await html('/company/people?purpose=newsletter', marketer))).toMatch(
    /^Menschen: Neues rund ums Rad /,
  );
  expect(titleOf(await html('/company/people', marketer))).toMatch(/^Menschen /);
  const [segment] = await read.segment.ofCompany(company.id);
  expect(titleOf(await html(`/company/segments/${segment?.id}`, marketer))).toContain(segment?.name);
});

test('a table of many columns scrolls in a region that the keyboard reaches', async () => {
  const wide = await html('/company/people?purpose=test-rides', marketer);
  expect(wide).toMatch(/<section class="table-frame table-wide" aria-label="[^"]+" tabindex="0"/i);
  expect(await html('/company/people?purpose=similar-products', marketer)).not.toContain('table-wide');
});

test('purposes to choose from come in the order of the first page', async () => {
  const order = (page: string) =>
    [...page.matchAll(/href="\/company\/people\?purpose=([a-z-]+)"/g)].map(([, slug]) => slug);
  const first = order(await html('/company', marketer));
  expect(first.length).toBeGreaterThan(2);
  expect(order(await html('/company/people', marketer))).toEqual(first);
});

test('an owner reads the wording that customers read, in each language', async () => {
  const page = textOf(await html('/company', await portal.signIn('owner-alpenrad')));
  expect(page).toContain('Neues rund ums Rad, auf Deutsch');
  expect(page).toContain('Neues rund ums Rad, auf Englisch');
  expect(page).toContain('Wir schicken Ihnen zweimal im Monat eine E-Mail.');
});

test('where a way does not fit, the form says which ones the purpose has', async () => {
  const answer = await portal.post('/company/planned', marketer, {
    act: 'announce',
    'title-de': 'Werkstatt',
    purpose: 'newsletter',
    channel: 'phone',
    topic: 'news',
    at: '2031-01-01T10:00',
  });
  expect(answer.status).toBe(422);
  expect(textOf(await answer.text())).toContain('Dieser Zweck hat: E-Mail.');
});

test('a check of the log that the operator asked for is confirmed', async () => {
  const operator = await portal.signIn('operator');
  const answer = await portal.post('/operator', operator, {});
  expect(answer.headers.get('location')).toBe('/operator?done=checked');
  expect(textOf(await html('/operator?done=checked', operator))).toContain(
    'Das Protokoll ist jetzt geprüft.',
  );
  expect(textOf(await html('/operator', operator))).not.toContain('ist jetzt geprüft');
});
