import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVEN_TIME_MS } from '#app/auth/even-time.ts';
import { MINUTE_MS } from '#app/core/shared/calendar.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { codeIn, linkIn, register as registerAt, mailTo as theMailTo } from './door.ts';
import { cookieOf, shown, textOf } from './page.ts';

let portal: TestPortal;
let count = 0;

beforeAll(async () => {
  portal = await startTestPortal();
});
afterAll(() => portal.stop());

const newEmail = () => `person${++count}@beispiel.at`;

const mailTo = (email: string) => theMailTo(portal, email);
const register = (email: string) => registerAt(portal, email);

describe('registering', () => {
  test('an address, a mail, a button, signed in; opening the link changes nothing', async () => {
    const email = newEmail();
    await portal.post('/register', undefined, { email });
    const path = linkIn(await mailTo(email));
    for (let n = 0; n < 3; n += 1) {
      const page = await portal.get(path);
      expect(page.status).toBe(200);
      expect(page.headers.get('set-cookie')).toBeNull();
      expect(await page.text()).toContain('Diese Adresse gehört mir');
    }
    const pressed = await portal.post(path, undefined, {});
    expect(pressed.status).toBe(303);
    expect((await portal.get('/me', cookieOf(pressed))).status).toBe(200);
    const again = await portal.post(path, undefined, {});
    expect([again.status, again.headers.get('location')]).toEqual([303, path]);
    const dead = await portal.get(path);
    expect(dead.status).toBe(410);
    expect(await dead.text()).toContain('schon benutzt');
  });

  test('a known and a new address get the same answer, byte by byte', async () => {
    const known = newEmail();
    await register(known);
    const answer = async (email: string) => {
      const response = await portal.post('/register', undefined, { email });
      const headers = Object.fromEntries(
        [...response.headers].filter(
          ([name]) => !/^(?:date|x-request-id|content-security-policy)$/.test(name),
        ),
      );
      return { status: response.status, headers, body: await response.text() };
    };
    expect(await answer(known)).toEqual(await answer(newEmail()));
  });

  test('what is no address comes back with the reason beside the field and what was typed', async () => {
    const response = await portal.post('/register', undefined, { email: 'anna at <b>beispiel' });
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(html).toContain('id="error-summary"');
    expect(html).toContain('href="#email"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('value="anna at &lt;b&gt;beispiel"');
  });
});

describe('signing in by code', () => {
  test('the way there and back to the page that was wanted', async () => {
    const email = newEmail();
    await register(email);
    const wanted = await portal.get('/me/preferences');
    expect([wanted.status, wanted.headers.get('location')]).toEqual([302, '/sign-in?to=%2Fme%2Fpreferences']);
    const page = await portal.get('/sign-in?to=%2Fme%2Fpreferences');
    expect(await page.text()).toContain('name="to" value="/me/preferences"');
    const sent = await portal.post('/sign-in', undefined, { email, to: '/me/preferences' });
    const here = sent.headers.get('location') ?? '';
    expect(here).toMatch(/^\/sign-in\/sent\?request=[0-9a-f]{32}$/);
    expect((await portal.get(here)).status).toBe(200);
    const code = codeIn(await mailTo(email));
    const signedIn = await portal.post(here, undefined, { code: ` ${code} `, act: 'code' });
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/me/preferences']);
    expect(signedIn.headers.get('set-cookie')).toMatch(
      /^session=[\w-]{43}; HttpOnly; Path=\/; SameSite=Lax$|^session=/,
    );
    expect((await portal.get('/me/preferences', cookieOf(signedIn))).status).toBe(200);
    const replay = await portal.post(here, undefined, { code });
    expect(replay.status).toBe(400);
    expect(replay.headers.get('set-cookie')).toBeNull();
  });

  test('the link in the mail: a button, then in', async () => {
    const email = newEmail();
    await register(email);
    await portal.post('/sign-in', undefined, { email, to: 'https://evil.example/' });
    const path = linkIn(await mailTo(email));
    expect((await portal.get(path)).status).toBe(200);
    const signedIn = await portal.post(path, undefined, {});
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/me']);
    expect((await portal.get(path)).status).toBe(410);
    expect((await portal.get('/sign-in/link/nonsense')).status).toBe(410);
  });

  test('known and unknown addresses cannot be told apart: answer, page, wrong codes', async () => {
    const [known, unknown] = [newEmail(), newEmail()];
    await register(known);
    const watch = async (email: string) => {
      const pages: unknown[] = [];
      const sent = await portal.post('/sign-in', undefined, { email });
      const here = sent.headers.get('location') ?? '';
      pages.push(sent.status, here.replace(/[0-9a-f]{32}/, 'id'), await sent.text());
      pages.push(await shown(await portal.get(here)));
      for (let n = 0; n < 6; n += 1) {
        const tried = await portal.post(here, undefined, { code: '00000000' });
        pages.push(tried.status, await shown(tried));
      }
      return pages;
    };
    expect(await watch(unknown)).toEqual(await watch(known));
  });

  test('known and unknown addresses take the same time', async () => {
    const time = async (path: string, email: string) => {
      const start = performance.now();
      await portal.post(path, undefined, { email });
      return performance.now() - start;
    };
    for (const path of ['/sign-in', '/reset', '/register']) {
      const email = newEmail();
      await register(email);
      const known: number[] = [];
      const unknown: number[] = [];
      // In turn, and the fastest of each: what else the machine does hits both alike.
      for (let n = 0; n < 4; n += 1) {
        known.push(await time(path, email));
        unknown.push(await time(path, newEmail()));
      }
      expect(Math.min(...known, ...unknown)).toBeGreaterThan(EVEN_TIME_MS - 5);
      expect(Math.abs(Math.min(...known) - Math.min(...unknown))).toBeLessThan(100);
    }
  });

  test('a code with letters or too few digits spends no try', async () => {
    const response = await portal.post('/sign-in/sent?request=x', undefined, { code: '12a' });
    expect(response.status).toBe(400);
    expect(textOf(await response.text())).toContain('Der Code hat 8 Ziffern.');
  });

  test('a new sign-in ends the session it replaces', async () => {
    const email = newEmail();
    const old = await register(email);
    await portal.post('/sign-in', old, { email });
    const signedIn = await portal.post(linkIn(await mailTo(email)), old, {});
    expect((await portal.get('/me', cookieOf(signedIn))).status).toBe(200);
    expect((await portal.get('/me', old)).status).toBe(302);
  });
});

describe('the session', () => {
  test('signing out kills it, not only the cookie; a link signs nobody out', async () => {
    const cookie = await register(newEmail());
    expect((await portal.get('/sign-out', cookie)).status).toBe(302);
    expect((await portal.get('/me', cookie)).status).toBe(200);
    const out = await portal.post('/sign-out', cookie, {});
    expect([out.status, out.headers.get('location')]).toEqual([303, '/signed-out']);
    expect(out.headers.get('set-cookie')).toMatch(/^session=; .*Max-Age=0/);
    expect(out.headers.get('clear-site-data')).toContain('"cache"');
    expect((await portal.get('/me', cookie)).status).toBe(302);
    expect((await portal.get('/signed-out')).status).toBe(200);
  });

  test('a form after the end of the session says that nothing was saved', async () => {
    const response = await portal.post('/me/preferences', 'session=gone', { pause: 'week', act: 'pause' });
    expect(response.headers.get('location')).toBe('/sign-in?to=%2Fme%2Fpreferences&ended=1');
    const page = await portal.get('/sign-in?to=%2Fme%2Fpreferences&ended=1');
    expect(textOf(await page.text())).toContain('Es wurde nichts geändert.');
  });

  test('is listed and ended from another device, and everywhere at once', async () => {
    const email = newEmail();
    const first = await register(email);
    await portal.post('/sign-in', undefined, { email });
    const second = cookieOf(await portal.post(linkIn(await mailTo(email)), undefined, {}));
    const list = await (await portal.get('/me/account/sessions', second)).text();
    expect(textOf(list)).toContain('Sie sind 2-mal angemeldet');
    const session = /name="session" value="([0-9a-f]{64})"/.exec(list)?.[1] ?? '';
    const ended = await portal.post('/me/account/sessions', second, { session, act: 'end' });
    expect(ended.headers.get('location')).toBe('/me/account/sessions?ended');
    expect((await portal.get('/me', first)).status).toBe(302);
    await portal.post('/sign-out', second, { everywhere: 'yes' });
    expect((await portal.get('/me', second)).status).toBe(302);
  });

  test('staff after a quarter of an hour without a look: signed out', async () => {
    const cookie = await portal.signIn('officer-alpenrad');
    expect((await portal.get('/sessions', cookie)).status).toBe(200);
    portal.world.advance(15 * MINUTE_MS);
    expect((await portal.get('/sessions', cookie)).headers.get('location')).toMatch(/^\/sign-in/);
  });
});
