import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CustomerId } from '#schema/ids.ts';
import { type CustomerVisit, visitAs } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let anna: CustomerVisit;
let before: Record<string, string>;

beforeAll(async () => {
  portal = await startTestPortal();
  const person = portal.services.demoPeople().find(({ slug }) => slug === 'anna');
  const id = CustomerId.parse(person?.principal.split(':')[1]);
  anna = visitAs(portal, id, await portal.signIn('anna'));
  before = await states();
});
afterAll(async () => {
  expect((await portal.services.checkLog()).report?.faults).toEqual([]);
  await portal.stop();
});

/** State of each answer by purpose id; what runs without an answer is not in it. */
async function states(): Promise<Record<string, string>> {
  const consents = await portal.services.core.storage.read.consent.ofCustomer(anna.customerId);
  const now = portal.world.now();
  const state = ({ standing }: (typeof consents)[number]) =>
    standing.state === 'granted' && standing.expiresAt && standing.expiresAt <= now ? 'over' : standing.state;
  return Object.fromEntries(consents.map((consent) => [consent.purposeId, state(consent)]));
}

const running = async () => Object.values(await states()).filter((state) => state === 'granted').length;

test('the page names what ends and what stays, and asks for nothing', async () => {
  const page = await anna.get('/me/take-back');
  expect(page.text).toMatch(/Das endet .*Verbrauch vergleichen.*Das bleibt .*Rechnung und Aufbewahrung/);
  expect(page.html).not.toMatch(/<textarea|type="checkbox"|<select/);
  expect(page.html.match(/<button[^>]*name="act"/g)).toHaveLength(1);
});

test('no more advertising ends what advertises and leaves services and contracts', async () => {
  const page = await anna.get('/me/take-back?company=alpenrad&what=advertising');
  expect(page.text).toMatch(
    /Das endet .*Neues rund ums Rad.*Das bleibt .*Erinnerung an den Service.*Kauf und Gewährleistung/,
  );
  const done = await anna.act('/me/take-back', {
    act: 'take-back',
    company: 'alpenrad',
    what: 'advertising',
  });
  // From what to what, for each of them.
  expect(done.text).toContain('„Neues rund ums Rad“ (Alpenrad) Vorher: Ja. Jetzt: zurückgenommen.');
  expect((await anna.consent('alpenrad', 'newsletter'))?.standing.state).toBe('withdrawn');
  expect((await anna.consent('alpenrad', 'service-reminder'))?.standing.state).toBe('granted');
  expect(done.html).not.toContain('what=advertising');

  // Whoever leaves the page finds the way back on the overview and at the company, and nowhere else.
  const first = done.hidden('first');
  for (const path of ['/me', '/me/companies/alpenrad'])
    expect((await anna.get(path)).hidden('first'), path).toBe(first);
  expect((await anna.get('/me/companies/rheinstrom')).html).not.toContain('value="undo"');
  const undone = await anna.act('/me/take-back', { act: 'undo', first, last: done.hidden('last') });
  expect(undone.text).toContain('Rückgängig gemacht: 2 Dinge gelten wieder wie vorher.');
  expect(await states()).toEqual(before);
});

test('everything ends in one commit and comes back as one', async () => {
  const form = { 'intent-id': randomUUID(), act: 'take-back' };
  const done = await anna.act('/me/take-back', form);
  expect(await running()).toBe(0);
  const count = /Zurückgenommen: (\d+) Dinge\./.exec(done.text)?.[1];
  expect(
    done.text.match(/Vorher: (?:Ja\. Jetzt: zurückgenommen|läuft, bis Sie Stopp sagen\. Jetzt: gestoppt)\./g),
  ).toHaveLength(Number(count));
  expect(done.text).toContain('Niemand darf Ihre Daten im Moment nutzen.');
  expect(done.html).not.toContain('href="/me/take-back"');
  const { ledger } = portal.services.core.storage.read;
  const size = (await ledger.state())?.size;
  await anna.act('/me/take-back', form);
  await anna.act('/me/take-back', { act: 'take-back' });
  expect((await ledger.state())?.size).toBe(size);

  const nothing = await anna.get('/me/take-back');
  expect(nothing.text).toContain('Hier läuft gerade nichts, was Sie zurücknehmen könnten.');
  expect(nothing.html).not.toContain('name="act"');

  await anna.act('/me/take-back', { act: 'undo', first: done.hidden('first'), last: done.hidden('last') });
  expect(await running()).toBe(Object.values(before).filter((state) => state === 'granted').length);
  const twice = await anna.act('/me/take-back', {
    act: 'undo',
    first: done.hidden('first'),
    last: done.hidden('last'),
  });
  expect(twice.text).toContain('Danach kam schon eine neue Entscheidung.');
});

test('an undo after ten minutes, or of nothing, leaves all as it is', async () => {
  const done = await anna.act('/me/take-back', { act: 'take-back', company: 'rheinstrom' });
  portal.world.advance(11 * 60_000);
  const late = await anna.act('/me/take-back', {
    act: 'undo',
    first: done.hidden('first'),
    last: done.hidden('last'),
  });
  expect(late.status).toBe(200);
  expect((await anna.consent('rheinstrom', 'compare-consumption'))?.standing.state).toBe('withdrawn');
  expect((await anna.post('/me/take-back', { act: 'undo', first: 'x', last: '9' })).status).toBe(400);
  expect((await anna.post('/me/take-back', { act: 'take-back', company: 'nobody' })).status).toBe(404);
});
