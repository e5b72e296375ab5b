import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CustomerVisit, freshCustomer } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let anna: string;
let fresh: CustomerVisit;

beforeAll(async () => {
  portal = await startTestPortal();
  anna = await portal.signIn('anna', { steppedUp: true });
  fresh = await freshCustomer(portal, 'neu@beispiel.at');
});
afterAll(() => portal.stop());

const PAGES = [
  '/me',
  '/me/companies',
  '/me/companies/alpenrad',
  '/me/companies/alpenrad/newsletter',
  '/me/companies/alpenrad/warranty',
  '/me/companies/alpenrad/similar-products',
  '/me/companies/rheinstrom/outage-sms',
  '/me/take-back',
  '/me/take-back?company=alpenrad&what=advertising',
  '/me/profile',
  '/me/profile/identity',
  '/me/profile/interests',
  '/me/preferences',
  '/me/looks',
  '/me/looks?company=rheinstrom',
  '/me/history',
  '/me/export',
  '/me/account',
];

/** Our own shop talk (reference rules, part 2): never on a customer's screen. */
const SHOP_TALK =
  /\b(leaf|leaves|tiles?|checkpoints?|quorum|subjects?|cursor|dpv|fold|merkle|hash|ledger)\b/i;

describe.each([
  ['de', 'de-AT'],
  ['en', 'en-GB'],
] as const)('in %s', (language, accept) => {
  test.each(PAGES)('%s is shown to a customer with history and to a new one', async (path) => {
    for (const cookie of [anna, fresh.cookie]) {
      const response = await portal.request(path, {
        headers: { cookie: `${cookie}; lang=${language}`, 'accept-language': accept },
      });
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(html).toContain(`<html lang="${language}`);
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html).not.toMatch(/<script|\sstyle=|undefined|\[object|NaN|Invalid Date/);
      expect(html.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(SHOP_TALK);
    }
  });
});

test('pages change nothing: the log and every table stay as they are', async () => {
  const { ledger } = portal.services.core.storage.read;
  const before = await ledger.state();
  for (const path of PAGES) await portal.get(path, anna);
  await portal.get('/me/export/file', anna);
  expect(await ledger.state()).toEqual(before);
});

test('nobody comes in without signing in, and staff find nothing here', async () => {
  const marketer = await portal.signIn('marketer-alpenrad');
  for (const path of [...PAGES, '/me/history/1', '/me/export/file']) {
    const signedOut = await portal.get(path);
    expect(signedOut.status).toBe(302);
    expect(signedOut.headers.get('location')).toBe(`/sign-in?${new URLSearchParams({ to: path })}`);
    expect((await portal.get(path, marketer)).status).toBe(404);
    expect((await portal.post(path, marketer, {})).status).toBeGreaterThanOrEqual(404);
  }
});

test('what does not exist, or is not theirs, is one and the same answer', async () => {
  const foreign = await portal.services.core.storage.read.ledger.range(0, 2_000);
  const own = new Set(
    (await portal.services.core.storage.read.relationship.allOfCustomer(fresh.customerId)).map(
      ({ id }) => id,
    ),
  );
  const notMine = foreign.find(({ relationshipId }) => relationshipId && !own.has(relationshipId));
  const ofPortal = foreign.find(({ relationshipId }) => relationshipId === null);
  for (const path of [
    '/me/companies/nobody',
    '/me/companies/alpenrad/nothing',
    '/me/companies/alpenrad/energy-tips',
    '/me/companies/rheinstrom/newsletter',
    '/me/profile/nothing',
    '/me/looks?company=nobody',
    '/me/take-back?company=nobody',
    '/me/history/999999999',
    '/me/history/-1',
    '/me/history/x',
    `/me/history/${notMine?.index}`,
    `/me/history/${ofPortal?.index}`,
  ]) {
    const answer = await fresh.get(path);
    expect(answer.status, path).toBe(404);
    expect(answer.html).not.toMatch(/Error:|at .*\.ts/);
  }
});

test('a new customer reads what to do first, has no ticked box and no answer stored', async () => {
  const home = await fresh.get('/me');
  expect(home.text).toContain('Noch sind Sie mit keiner Firma verbunden');
  expect(home.html).toContain('href="/me/companies"');
  const connected = await freshCustomer(portal, 'leer@beispiel.at', ['alpenrad', 'rheinstrom']);
  for (const path of PAGES) expect((await connected.get(path)).html, path).not.toMatch(/\schecked/);
  const { read } = portal.services.core.storage;
  expect(await read.consent.ofCustomer(connected.customerId)).toEqual([]);
});

test('the overview names what holds and has the three acts one step away', async () => {
  const page = await (await portal.get('/me', anna)).text();
  expect(page).toMatch(
    /<h1>[^<]*dürfen Ihre Daten für \d+ Dinge nutzen\.<\/h1><p class="page-lead">Für Vertrag oder Gesetz sind \d+ Dinge nötig\. Eine Frage von Korn[^.]*\. Zuletzt geschaut: /,
  );
  expect(page).toContain('href="/me/preferences#pause"');
  expect(page).toContain('href="/me/take-back"');
  expect(page).toMatch(/href="\/me\/take-back\?company=\w+&amp;what=advertising"/);
  expect(page).not.toMatch(/type="checkbox"|type="radio"/);
});
