import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import { findPrincipalId } from '#app/core/sign-in/principal.ts';
import { discloseToCompany } from '#app/core/vault/doors/disclose-to-company.ts';
import { openDatabase, tablesOf } from '#db/open-db.ts';
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

const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

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
  expect(textOf(html)).toMatch(/Das Protokoll ist lückenlos: [\d. ]+ Einträge/);
  expect(size).toBe(report?.size);
  expect(textOf(await read('/officer', officer))).toContain('Das Protokoll ist lückenlos.');
});

test('the operator checks as well, and reads counts and no person', async () => {
  const answer = await portal.post('/operator', operator, {});
  expect(answer.headers.get('location')).toBe('/operator');
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

describe('a portal whose files somebody touched', () => {
  let touched: TestPortal;
  let reader: string;
  let operating: string;

  beforeAll(async () => {
    touched = await startTestPortal();
    reader = await touched.signIn('officer-alpenrad');
    operating = await touched.signIn('operator');
  });
  afterAll(() => touched.stop());

  const pageOf = async (path: string, cookie: string) => (await touched.get(path, cookie)).text();

  test('a fault is named in words with its place; only an own entry is a link, and no detail shows', async () => {
    const { read: store } = touched.services.core.storage;
    const alpenrad = await store.company.findBySlug('alpenrad');
    const entries = (await store.ledger.range(0, 2000)).filter(
      ({ kind, companyId }) => kind === 'refused' && companyId !== null,
    );
    const own = entries.find(({ companyId }) => companyId === alpenrad?.id);
    const foreign = entries.find(({ companyId }) => companyId !== alpenrad?.id);
    if (!own || !foreign?.relationshipId || !foreign.purposeId) throw new Error('the demo has changed');
    const { database: place } = touched.config;
    const database = await openDatabase({
      url: `sqlite:${place.engine === 'sqlite' ? place.path : ''}`,
    });
    const { writer } = tablesOf(database);
    for (const { index } of [own, foreign])
      await writer.updateTable('ledger_entry').set({ method: 'till' }).where('idx', '=', index).execute();
    await writer
      .updateTable('consent')
      .set({ state: 'withdrawn' })
      .where('relationship_id', '=', foreign.relationshipId)
      .where('purpose_id', '=', foreign.purposeId)
      .execute();
    await database.close();

    await touched.post('/officer/verify', reader, {});
    const { whole, report } = touched.services.logHealth();
    expect(whole).toBe(false);
    const html = await pageOf('/officer/verify?done=checked', reader);
    const text = textOf(html);
    expect(text).toContain(`Das Protokoll hat ${report?.found} Fehler`);
    expect(text).toContain('Der Klartext eines Eintrags weicht vom Datensatz ab.');
    expect(text).toContain('Der heutige Stand weicht vom Protokoll ab.');
    expect(html).toContain(`<a href="/officer/log/${own.index}">Eintrag ${own.index}</a>`);
    expect(text).toContain(`Eintrag ${foreign.index}`);
    expect(html).not.toContain(`href="/officer/log/${foreign.index}"`);
    for (const { detail } of report?.faults ?? []) expect(text).not.toContain(detail);
    expect(text).toContain('Was da ist, ist der Beleg.');
    expect(textOf(await pageOf('/officer', reader))).toContain('Sehen Sie nach, bevor Sie etwas belegen.');
    const operators = textOf(await pageOf('/operator', operating));
    expect(operators).toContain('Etwas braucht Sie.');
    expect(operators).toContain(`${report?.found} Fehler. Die Einzelheiten zeigt: npx driverseat verify`);
  });
});

describe('what is due', () => {
  let later: TestPortal;

  beforeAll(async () => {
    later = await startTestPortal();
  });
  afterAll(() => later.stop());

  test('grants that end and versions whose use ends are told while they run, and not after', async () => {
    const { read: store } = later.services.core.storage;
    const alpenrad = await store.company.findBySlug('alpenrad');
    const newsletter = alpenrad && (await store.purpose.findBySlug(alpenrad.id, 'newsletter'));
    const ends = newsletter && (await store.purpose.versions(newsletter.id))[0]?.usableUntil;
    if (!newsletter || !ends) throw new Error('the demo has changed');
    const at = async (instant: string) => {
      later.world.set(instant);
      const page = await later.get('/officer', await later.signIn('officer-alpenrad'));
      expect(page.status).toBe(200);
      return textOf(await page.text());
    };
    const soon = await at(addMs(ends, -5 * DAY_MS));
    const window = { at: later.world.now(), pendingBefore: later.world.now() };
    const counts = await store.consent.due([newsletter.id], {
      ...window,
      expiringBefore: addMs(later.world.now(), 30 * DAY_MS),
    });
    const [first] = await store.purpose.versions(newsletter.id);
    const hanging = counts.find(({ versionId }) => versionId === first?.id)?.granted ?? 0;
    expect(hanging).toBeGreaterThan(0);
    expect(soon).toMatch(/Fassung 1 ist bis [^.]+\.\d+\.\d+, [\d:]+ \w+ nutzbar\./);
    expect(soon).toMatch(/ (ist|sind) fällig\./);
    expect(soon).not.toContain('Nichts ist fällig.');
    expect(await at(addMs(ends, DAY_MS))).not.toContain('Fassung 1 ist bis');
    expect(await at(addMs(ends, -100 * DAY_MS))).not.toContain('Fassung 1 ist bis');
  });

  test('far in the future nothing runs and nothing is due', async () => {
    later.world.set('2040-01-01T00:00:00.000Z');
    const page = await later.get('/officer', await later.signIn('officer-alpenrad'));
    expect(textOf(await page.text())).toContain('Nichts ist fällig.');
  });
});
