import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayAt } from '#app/core/request/local-day.ts';
import { DAY_MS } from '#app/core/shared/calendar.ts';
import { openSession } from '#app/core/sign-in/open-session.ts';
import { customerPrincipal } from '#app/core/sign-in/principal.ts';
import { type CustomerVisit, freshCustomer, sayYes, visitAs } from '#tests/support/customer-visit.ts';
import { openLook } from '#tests/support/open-look.ts';
import { textOf } from '#tests/support/page-text.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

/** The officer's days are those on the wall: late in the evening UTC is behind. */
const VIENNA = 'Europe/Vienna';
const NEWSLETTER = '/me/companies/alpenrad/newsletter';

let portal: TestPortal;
let officer: string;
let marketer: string;
beforeAll(async () => {
  portal = await startTestPortal();
  officer = await portal.signIn('officer-alpenrad');
  marketer = await portal.signIn('marketer-alpenrad');
});
afterAll(() => portal.stop());

let count = 0;
async function newcomer() {
  const visit = await freshCustomer(portal, `frage${count++}@beispiel.at`, ['alpenrad']);
  const { read } = portal.services.core.storage;
  const company = await read.company.findBySlug('alpenrad');
  const relationship = company && (await read.relationship.findLive(visit.customerId, company.id));
  if (!relationship) throw new Error('not connected');
  return { visit, subject: relationship.subject };
}

const ask = (subject: string) =>
  portal.post('/company/ask/newsletter', marketer, {
    'intent-id': randomUUID(),
    person: subject,
    reason: 'Sie waren bei uns.',
  });

/** The officer's page of one person, opened with a reason. */
async function proof(subject: string, fields: Record<string, string> = {}): Promise<string> {
  const path = `/officer/customers/${subject}`;
  const response = await openLook(portal, path, officer, { reason: 'Beschwerde prüfen', ...fields });
  expect(response.status).toBe(200);
  return textOf(await response.text());
}

/** What the marketer's answer and list are, byte by byte, without the person's number and random marks. */
async function toldToMarketer(subject: string): Promise<string> {
  const sent = await ask(subject);
  const list = await (await portal.get('/company/ask', marketer)).text();
  const row = list.split(/<\/?tr>/).find((part) => part.includes(subject.slice(0, 8))) ?? '';
  const answer = [sent.status, sent.headers.get('location'), await sent.text()].join('\n');
  return `${answer}\n${row}`.replaceAll(subject.slice(0, 8), '…');
}

test('only the officer reads why a question was held back; to the marketer each is the same bytes', async () => {
  const [free, stopped, refused, paused] = [
    await newcomer(),
    await newcomer(),
    await newcomer(),
    await newcomer(),
  ];
  await stopped.visit.act('/me/questions', { act: 'never', company: 'alpenrad' });
  await refused.visit.act(NEWSLETTER, { act: 'no', language: 'de' });
  await paused.visit.act('/me/preferences', { act: 'pause', pause: 'week' });
  const told: string[] = [];
  for (const { subject } of [free, stopped, refused, paused]) told.push(await toldToMarketer(subject));
  expect(new Set(told).size).toBe(1);

  expect(await proof(free.subject)).toContain('lag der Person vor, noch ohne Antwort');
  expect(await proof(free.subject)).not.toContain('zurückgehalten');
  expect(await proof(stopped.subject)).toContain('wollte keine Fragen dieser Firma mehr');
  expect(await proof(refused.subject)).toContain('hatte in den sechs Monaten davor Nein gesagt');
  expect(await proof(paused.subject)).toContain('zurückgehalten: machte Pause');
});

test('the cause stands behind the door alone: not before it opens, and not for others', async () => {
  const { visit, subject } = await newcomer();
  await visit.act('/me/questions', { act: 'never', company: 'alpenrad' });
  await ask(subject);
  const path = `/officer/customers/${subject}`;
  expect(await (await portal.get(path, officer)).text()).not.toContain('zurückgehalten');
  const refused = await portal.post(path, officer, { reason: ' ' });
  expect(await refused.text()).not.toContain('zurückgehalten');
  for (const slug of ['officer-rheinstrom', 'marketer-alpenrad', 'owner-alpenrad', 'anna']) {
    const cookie = await portal.signIn(slug);
    expect((await portal.post(path, cookie, { reason: 'Neugier' })).status).toBe(404);
  }
  await proof(subject);
  expect((await visit.get('/me/looks')).text).toContain('Beschwerde prüfen');
});

test('an answer is named by its entry, and as of a day before it there was none', async () => {
  const { visit, subject } = await newcomer();
  await ask(subject);
  const asked = portal.world.now();
  portal.world.advance(2 * DAY_MS);
  await sayYes(await dayLater(visit), NEWSLETTER);
  officer = await portal.signIn('officer-alpenrad');
  expect(await proof(subject)).toMatch(/beantwortet: Eintrag \d+/);
  const then = await proof(subject, { asOf: dayAt(asked, VIENNA) });
  expect(then).toContain('lag der Person vor, noch ohne Antwort');
  expect(await proof(subject, { asOf: '2020-01-01' })).not.toContain('Fragen der Firma');
});

test('what was put away by "no more questions" counts as put until then', async () => {
  const { visit, subject } = await newcomer();
  marketer = await portal.signIn('marketer-alpenrad');
  await ask(subject);
  const asked = portal.world.now();
  portal.world.advance(2 * DAY_MS);
  await (await dayLater(visit)).act('/me/questions', { act: 'never', company: 'alpenrad' });
  officer = await portal.signIn('officer-alpenrad');
  expect(await proof(subject)).toContain('wollte keine Fragen dieser Firma mehr');
  const then = await proof(subject, { asOf: dayAt(asked, VIENNA) });
  expect(then).toContain('noch ohne Antwort');
  expect(then).not.toContain('wollte keine Fragen');
});

/** The same person days later, with a session of that day. */
async function dayLater({ customerId }: CustomerVisit): Promise<CustomerVisit> {
  const { core, auth } = portal.services;
  const wish = { principal: customerPrincipal(customerId), remember: false, steppedUp: false };
  const opened = await core.storage.transact((tx) => openSession(core, tx, wish, portal.world.now()));
  return visitAs(portal, customerId, auth.cookie(opened).split(';')[0] ?? '');
}
