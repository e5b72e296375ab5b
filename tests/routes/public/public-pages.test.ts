import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOTICES } from '#app/cli/seed/content/notices.ts';
import { releaseNotice } from '#app/core/company/release-notice.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal();
});
afterAll(() => portal.stop());

const textOf = async (path: string, headers: Record<string, string> = {}) => {
  const response = await portal.request(path, { headers });
  expect(response.status).toBe(200);
  return response.text();
};

test('the start page says what this is and leads to every company', async () => {
  const html = await textOf('/');
  for (const path of [
    '/sign-in',
    '/register',
    '/demo',
    '/join/alpenrad',
    '/join/rheinstrom',
    '/privacy',
    '/imprint',
  ])
    expect(html).toContain(`href="${path}"`);
});

test.each([
  ['anna', '/me'],
  ['marketer-alpenrad', '/company'],
  ['officer-alpenrad', '/officer'],
  ['operator', '/operator'],
])('signed in as %s, the start page leads to %s', async (person, home) => {
  const response = await portal.get('/', await portal.signIn(person));
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe(home);
});

test('the language switch sets a cookie, goes back and stores nothing', async () => {
  const response = await portal.get(
    '/language?lang=en&to=%2Fjoin%2Falpenrad%3Fa%3D1',
    await portal.signIn('anna'),
  );
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe('/join/alpenrad?a=1');
  expect(response.headers.get('set-cookie')).toMatch(
    /^lang=en; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
  );
  expect(await textOf('/', { cookie: 'lang=en' })).toContain('<html lang="en"');
});

test.each([
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/%09/evil.example', '/%09/evil.example'],
  ['javascript:alert(1)', '/'],
])('the language switch leads to %s no further than %s', async (to, place) => {
  const response = await portal.get(`/language?lang=de&to=${encodeURIComponent(to)}`);
  expect(response.headers.get('location')).toBe(place);
});

test('a language that we do not have sets no cookie', async () => {
  const response = await portal.get('/language?lang=xx%0d%0aSet-Cookie:a=b&to=/');
  expect(response.status).toBe(302);
  expect(response.headers.get('set-cookie')).toBeNull();
});

test('notices say version and date, in both languages; older versions stay readable', async () => {
  const german = await textOf('/privacy/alpenrad', { 'accept-language': 'de' });
  expect(german).toContain('Datenschutz bei Alpenrad');
  expect(german).toContain('Fassung 1, gültig seit');
  expect(await textOf('/privacy/alpenrad', { 'accept-language': 'en' })).toContain(
    'Version 1, in force since',
  );
  expect(await textOf('/privacy')).toContain('Datenschutz in diesem Portal');

  const { core } = portal.services;
  const company = await core.storage.read.company.findBySlug('alpenrad');
  const contents = NOTICES.find((notice) => notice.company === 'alpenrad')?.contents;
  if (!company || !contents) throw new Error('the demo has no notice of Alpenrad');
  const changed = Object.values(contents).map((content) => ({ ...content, short: ['Ganz neu.'] }));
  await releaseNotice(core, company.id, changed);
  const now = await textOf('/privacy/alpenrad');
  expect(now).toContain('Fassung 2');
  expect(now).toContain('Ganz neu.');
  expect(now).toContain('href="/privacy/alpenrad?version=1"');
  const old = await textOf('/privacy/alpenrad?version=1');
  expect(old).toContain('Das ist eine ältere Fassung.');
  expect(old).not.toContain('Ganz neu.');
});

test.each([
  '/privacy/nobody',
  '/privacy/alpenrad?version=9',
  '/privacy/alpenrad?version=-1',
  '/privacy/alpenrad/x',
])('%s is not there', async (path) => {
  expect((await portal.get(path)).status).toBe(404);
});

test('the imprint is the file of the operator; without one the page says how to set it', async () => {
  expect(await textOf('/imprint')).toContain('Driverseat Bodensee');
  const german = join(portal.dataDir, 'imprint.de.json');
  rmSync(german);
  expect(await textOf('/imprint')).toContain('This is a demo of Driverseat.');
  rmSync(join(portal.dataDir, 'imprint.en.json'));
  const missing = await textOf('/imprint');
  expect(missing).toContain('imprint.de.json');
  expect(missing).toContain('DATA_DIR');
  expect(missing).not.toContain(portal.dataDir);
  for (const broken of ['{', '{"title": 1}']) {
    writeFileSync(german, broken);
    expect(await textOf('/imprint')).toContain('imprint.de.json ist da');
  }
  writeFileSync(
    german,
    JSON.stringify({
      language: 'de',
      title: 'Wir',
      short: ['<b>Hier</b>'],
      sections: [{ heading: 'Kontakt', paragraphs: ['hallo@beispiel.at'] }],
    }),
  );
  const set = await textOf('/imprint');
  expect(set).toContain('&lt;b&gt;Hier&lt;/b&gt;');
  expect(set).toContain('href="mailto:hallo@beispiel.at"');
});

test('each company has its colour in a stylesheet that may be kept for an hour', async () => {
  const { status, headers } = await portal.get('/brand.css');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(headers.get('cache-control')).toBe('public, max-age=3600');
  const css = await textOf('/brand.css');
  expect(css).toContain('.brand-alpenrad { --brand: oklch(55% 0.13 20) }');
  expect(css.trim().split('\n')).toHaveLength(3);
});

test('well-known places', async () => {
  const security = await textOf('/.well-known/security.txt');
  expect(security).toContain('Contact: http://portal.test/imprint');
  const expires = /^Expires: (.+)$/m.exec(security)?.[1] ?? '';
  const days = (Date.parse(expires) - Date.parse(portal.world.now())) / 86_400_000;
  expect(days).toBeGreaterThan(30);
  expect(days).toBeLessThan(366);
  const change = await portal.get('/.well-known/change-password');
  expect(change.status).toBe(302);
  expect(change.headers.get('location')).toBe('/password');
});
