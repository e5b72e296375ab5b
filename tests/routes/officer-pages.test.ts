import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPrincipalId } from '#app/core/sign-in/principal.ts';
import { discloseToCompany } from '#app/core/vault/doors/disclose-to-company.ts';
import { textOf } from '#tests/support/page-text.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let officer: string;
let operator: string;

beforeAll(async () => {
  portal = await startTestPortal();
  officer = await portal.signIn('officer-alpenrad');
  operator = await portal.signIn('operator');
});
afterAll(() => portal.stop());

const OFFICER_PAGES = [
  '/officer',
  '/officer/ending?purpose=test-rides&what=expiring&version=2',
  '/officer/looks',
  '/officer/purposes',
  '/officer/purposes?compare=newsletter',
  '/officer/purposes?compare=warranty',
  '/officer/verify',
];
const PAGES = [...OFFICER_PAGES, '/operator'];

const cookieFor = (path: string): string => (path === '/operator' ? operator : officer);

async function read(path: string, cookie: string, language = 'de'): Promise<string> {
  const response = await portal.request(path, {
    headers: { cookie: `${cookie}; lang=${language}`, 'accept-language': language },
  });
  expect(response.status, path).toBe(200);
  return response.text();
}

async function company(slug: string) {
  const found = await portal.services.core.storage.read.company.findBySlug(slug);
  if (!found) throw new Error(`no ${slug}`);
  return found;
}

describe.each(['de', 'en'])('in %s', (language) => {
  test.each(PAGES)('%s is shown', async (path) => {
    const html = await read(path, cookieFor(path), language);
    expect(html).toContain(`<html lang="${language}`);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script|\sstyle=|undefined|\[object|NaN|Invalid Date|officer\.\w|operator\.\w/);
  });
});

test('nobody comes in without signing in, and nobody with another role', async () => {
  const others = [
    await portal.signIn('anna'),
    await portal.signIn('marketer-alpenrad'),
    await portal.signIn('owner-alpenrad'),
  ];
  for (const path of PAGES) {
    const signedOut = await portal.get(path);
    expect(signedOut.status).toBe(302);
    expect(signedOut.headers.get('location')).toBe(
      `/sign-in?${new URLSearchParams({ to: path, as: 'staff' })}`,
    );
    const wrong = path === '/operator' ? officer : operator;
    for (const cookie of [...others, wrong]) expect((await portal.get(path, cookie)).status, path).toBe(404);
  }
  const { checkedAt } = portal.services.logHealth();
  for (const path of ['/officer/verify', '/operator']) {
    expect((await portal.post(path, undefined, {})).status).toBe(302);
    const wrong = path === '/operator' ? officer : operator;
    for (const cookie of [...others, wrong]) expect((await portal.post(path, cookie, {})).status).toBe(404);
  }
  expect(portal.services.logHealth().checkedAt).toBe(checkedAt);
});

test('the officer of one company sees nothing of another', async () => {
  const foreign = await portal.signIn('officer-rheinstrom');
  expect((await portal.get('/officer/purposes?compare=newsletter', foreign)).status).toBe(404);
  expect((await portal.get('/officer/purposes?compare=solar-advice', officer)).status).toBe(404);
  const { disclosure } = portal.services.core.storage.read;
  const theirs = await disclosure.ofCompany((await company('alpenrad')).id, 10);
  const page = await read('/officer/looks', foreign);
  expect(theirs.length).toBeGreaterThan(0);
  for (const { ledgerIndex } of theirs) expect(page).not.toContain(`href="/officer/log/${ledgerIndex}"`);
});

test('a place in the log that is no number is no page', async () => {
  for (const before of ['x', '-1', '1e3', '']) {
    expect((await portal.get(`/officer/looks?before=${before}`, officer)).status).toBe(404);
  }
});

test('pages change nothing', async () => {
  const { ledger } = portal.services.core.storage.read;
  const before = await ledger.state();
  for (const path of PAGES) await portal.get(path, cookieFor(path));
  expect(await ledger.state()).toEqual(before);
});

async function lookOften(times: number): Promise<void> {
  const { core, demoPeople } = portal.services;
  const { staff, purpose } = core.storage.read;
  const person = demoPeople().find(({ slug }) => slug === 'marketer-alpenrad');
  const principal = findPrincipalId(person?.principal ?? '');
  const marketer = principal?.kind === 'staff' ? await staff.find(principal.id) : undefined;
  const newsletter = await purpose.findBySlug((await company('alpenrad')).id, 'newsletter');
  if (!marketer || !newsletter) throw new Error('the demo has changed');
  for (let index = 0; index < times; index += 1) {
    await discloseToCompany(core, {
      staff: marketer,
      role: 'marketer',
      purposeId: newsletter.id,
      how: 'list',
      reason: `Versand ${index}`,
      runId: core.world.newId(),
      people: { afterSubject: null, limit: 1 },
    });
  }
}

test('every look is a line, by pseudonym, newest first, none twice and none missing', async () => {
  const { disclosure, staff } = portal.services.core.storage.read;
  const { id } = await company('alpenrad');
  await lookOften(55);
  const all = (await disclosure.ofCompany(id, 1000)).map(({ ledgerIndex }) => ledgerIndex);
  const seen: number[] = [];
  let path: string | undefined = '/officer/looks';
  let text = '';
  while (path) {
    const html: string = await read(path, officer);
    text += textOf(html.slice(html.indexOf('<table'), html.indexOf('</table')));
    seen.push(...[...html.matchAll(/href="\/officer\/log\/(\d+)"/g)].map((match) => Number(match[1])));
    path = /href="(\/officer\/looks\?before=\d+)" rel="next"|rel="next" href="(\/officer\/looks\?before=\d+)"/
      .exec(html)
      ?.slice(1)
      .find(Boolean);
  }
  expect(all.length).toBeGreaterThan(50);
  expect(seen).toEqual(all);
  expect(text).toContain('Versand 54');
  const marketers = (await staff.ofCompany(id)).filter(({ roles }) => roles.includes('marketer'));
  expect(marketers.some(({ pseudonym }) => text.includes(pseudonym))).toBe(true);
  for (const { name, email } of marketers) {
    expect(text).not.toContain(name);
    expect(text).not.toContain(email);
  }
});

test('every version of every purpose stands there with the hash of each text', async () => {
  const html = (await read('/officer/purposes', officer)).replaceAll(/<\/span><span>/g, '');
  const { purpose: store } = portal.services.core.storage.read;
  for (const { purpose } of await store.all((await company('alpenrad')).id)) {
    for (const version of await store.versions(purpose.id)) {
      for (const { textHash } of await store.cards(version.id)) expect(html).toContain(textHash);
    }
  }
  expect(html).toContain('href="/officer/purposes?compare=newsletter"');
  expect(html).not.toContain('compare=warranty');
});

test('two versions side by side: what is new is marked, and what asks for the same is not', async () => {
  const changed = await read('/officer/purposes?compare=newsletter', officer);
  expect(changed).toMatch(/<ins>[^<]+<\/ins>/);
  const corrected = await read('/officer/purposes?compare=test-rides', officer);
  expect(corrected).toMatch(/<del>[^<]+<\/del>/);
  expect(corrected).toMatch(/<ins>[^<]+<\/ins>/);
  expect(textOf(await read('/officer/purposes?compare=warranty', officer))).toContain(
    'Es gibt nur diese Fassung.',
  );
});

test("an address that is no page, or nobody's, answers 404 in the frame, with a title and a way back", async () => {
  for (const path of ['/officer/nope', '/officer/log/99999999', '/nowhere/at/all']) {
    const page = await portal.get(path, officer);
    const html = await page.text();
    expect(page.status, path).toBe(404);
    expect(html, path).toContain('<title>Diese Seite gibt es nicht · Driverseat</title>');
    expect(html, path).toContain('class="skip-link"');
    expect((await portal.post(path, officer, { a: 'b' })).status, path).toBe(404);
  }
  expect((await portal.get('/nowhere')).status).toBe(404);
});

test('the button checks the whole log; the result stands on every page', async () => {
  expect(textOf(await read('/officer', officer))).toContain('noch nicht geprüft');
  const answer = await portal.post('/officer/verify', officer, {});
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/officer/verify?done=checked');
  const { whole, size, report, checkedAt } = portal.services.logHealth();
  expect({ whole, checkedAt }).toEqual({ whole: true, checkedAt: portal.world.now() });
  const html = await read('/officer/verify?done=checked', officer);
  expect(html.replaceAll('</span><span>', '')).toContain(report?.root);
  expect(html).toContain(portal.services.verifierKey);
  expect(html).toContain('npx driverseat verify');
  expect(textOf(html)).toMatch(/Das Protokoll des Portals ist lückenlos: [\d. ]+ Einträge/);
  expect(size).toBe(report?.size);
  expect(textOf(await read('/officer', officer))).toContain('Das Protokoll ist lückenlos.');
});

test('the operator checks as well, and reads counts and no person', async () => {
  const answer = await portal.post('/operator', operator, {});
  expect(answer.headers.get('location')).toBe('/operator?done=checked');
  const html = await read('/operator', operator);
  const main = textOf(html.slice(html.indexOf('<main'), html.indexOf('</main')));
  const { read: store } = portal.services.core.storage;
  for (const { id, profile } of await store.company.all()) {
    expect(main).toContain(`${profile.name} `);
    for (const { name, email } of await store.staff.ofCompany(id)) {
      expect(main).not.toContain(name);
      expect(main).not.toContain(email);
    }
  }
  expect(main).not.toMatch(/@|[0-9a-f]{32}/);
  expect(main).toContain('lückenlos geprüft');
});
