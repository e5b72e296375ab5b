import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#app/core/shared/calendar.ts';
import { listDemoMails } from '#app/mail/list-demo-mails.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { codeIn, linkIn, mailTo, register } from './door.ts';
import { cookieOf, textOf } from './page.ts';

const GOOD = 'Ein Rad hat zwei Reifen';
const OTHER = 'Drei Brote und ein Kuchen';

let portal: TestPortal;
let count = 0;
beforeAll(async () => {
  portal = await startTestPortal();
});
afterAll(() => portal.stop());

const newEmail = () => `konto${++count}@beispiel.at`;
const where = (response: Response) => [response.status, response.headers.get('location')];
const signInBy = (email: string, password: string) =>
  portal.post('/sign-in', undefined, { way: 'password', email, password });

describe('a fresh proof', () => {
  test('is asked for, mailed only at the press of the button, and leads back', async () => {
    const email = newEmail();
    const cookie = await register(portal, email);
    portal.world.advance(HOUR_MS);
    const asked = await portal.get('/password', cookie);
    expect(where(asked)).toEqual([302, '/step-up?to=%2Fpassword']);
    const mailsBefore = (await listDemoMails(portal.services.core, 500)).length;
    expect((await portal.get('/step-up?to=%2Fpassword', cookie)).status).toBe(200);
    await portal.services.jobs.drain();
    expect((await listDemoMails(portal.services.core, 500)).length).toBe(mailsBefore);

    const sent = await portal.post('/step-up?to=%2Fpassword', cookie, { act: 'send' });
    const here = sent.headers.get('location') ?? '';
    expect(here).toMatch(/^\/step-up\?request=[0-9a-f]{32}&to=%2Fpassword$/);
    const code = codeIn(await mailTo(portal, email));
    const wrong = await portal.post(here, cookie, { act: 'code', code: '00000000' });
    expect(wrong.status).toBe(400);
    expect(textOf(await wrong.text())).toContain('Sie haben noch 4 Versuche.');
    const done = await portal.post(here, cookie, { act: 'code', code });
    expect(where(done)).toEqual([303, '/password']);
    expect((await portal.get('/password', cookieOf(done))).status).toBe(200);
    expect((await portal.get('/password', cookie)).headers.get('location')).toMatch(/^\/sign-in/);
  });

  test('leads nowhere but back into the portal', async () => {
    const cookie = await register(portal, newEmail());
    const sent = await portal.post('/step-up?to=//evil.example', cookie, { act: 'send' });
    expect(sent.headers.get('location')).toMatch(/&to=%2Fme$/);
  });
});

describe('the password', () => {
  test('set, used, changed: every other device is signed out at once', async () => {
    const email = newEmail();
    const cookie = await register(portal, email);
    const short = await portal.post('/password', cookie, { act: 'save', password: 'kurz' });
    expect(short.status).toBe(400);
    const html = await short.text();
    expect(textOf(html)).toContain('mindestens 12 Zeichen');
    expect(html).not.toContain('kurz');
    const saved = await portal.post('/password', cookie, { act: 'save', password: GOOD });
    expect(where(saved)).toEqual([303, '/password?done=saved']);
    expect((await portal.get('/me', cookie)).status).toBe(302);
    expect(await mailTo(portal, email)).toContain('ein neues Passwort');

    const signedIn = await signInBy(email, GOOD);
    expect(where(signedIn)).toEqual([303, '/me']);
    const renewed = cookieOf(saved);
    await portal.post('/password', renewed, { act: 'save', password: OTHER });
    expect((await portal.get('/me', cookieOf(signedIn))).status).toBe(302);
    expect((await signInBy(email, GOOD)).status).toBe(400);
    const viaPassword = await signInBy(email, OTHER);
    expect(where(await portal.get('/password', cookieOf(viaPassword)))).toEqual([
      302,
      '/step-up?to=%2Fpassword',
    ]);
  });

  test('a wrong one answers like an unknown address, and keeps the address that was typed', async () => {
    const email = newEmail();
    const cookie = await register(portal, email);
    await portal.post('/password', cookie, { act: 'save', password: GOOD });
    const wrong = await signInBy(email, `${GOOD}x`);
    const unknown = await signInBy('niemand@beispiel.at', GOOD);
    expect([wrong.status, unknown.status]).toEqual([400, 400]);
    const [a, b] = [await wrong.text(), await unknown.text()];
    expect(textOf(a)).toBe(textOf(b));
    expect(textOf(a)).toContain('Adresse oder Passwort stimmen nicht.');
    expect(a).toContain(`value="${email}"`);
    expect(a).not.toContain(GOOD);
  });

  test('guessing ends after five tries, says when it goes on, and the code still works', async () => {
    const email = newEmail();
    const cookie = await register(portal, email);
    await portal.post('/password', cookie, { act: 'save', password: GOOD });
    await mailTo(portal, email);
    for (let n = 0; n < 5; n += 1) expect((await signInBy(email, `falsch ${n} falsch`)).status).toBe(400);
    const refused = await signInBy(email, GOOD);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(textOf(await refused.text())).toMatch(/Ab \d\d:\d\d geht es wieder\./);
    await portal.post('/sign-in', undefined, { email });
    const signedIn = await portal.post(linkIn(await mailTo(portal, email)), undefined, {});
    expect(where(signedIn)).toEqual([303, '/me']);
  });

  test('forgotten: a link, a new one, signed in, once', async () => {
    const email = newEmail();
    await register(portal, email);
    expect(where(await portal.post('/reset', undefined, { email }))).toEqual([303, '/reset/sent']);
    expect(where(await portal.post('/reset', undefined, { email: newEmail() }))).toEqual([
      303,
      '/reset/sent',
    ]);
    const path = linkIn(await mailTo(portal, email));
    expect((await portal.get(path)).status).toBe(200);
    const common = await portal.post(path, undefined, { password: 'passwort2026' });
    expect(common.status).toBe(400);
    const done = await portal.post(path, undefined, { password: GOOD });
    expect(where(done)).toEqual([303, '/me']);
    expect((await portal.get('/me', cookieOf(done))).status).toBe(200);
    expect(where(await portal.post(path, undefined, { password: OTHER }))).toEqual([303, path]);
    expect((await portal.get(path)).status).toBe(410);
    expect((await signInBy(email, GOOD)).status).toBe(303);
  });
});

describe('another address', () => {
  test('asked for, confirmed by the signed-in customer, other devices out', async () => {
    const [before, after] = [newEmail(), newEmail()];
    const cookie = await register(portal, before);
    const same = await portal.post('/me/account/address', cookie, { act: 'change', email: before });
    expect(textOf(await same.text())).toContain('Das ist schon Ihre Adresse.');
    const sent = await portal.post('/me/account/address', cookie, { act: 'change', email: after });
    expect(where(sent)).toEqual([303, '/me/account/address?done=sent']);
    expect(textOf(await (await portal.get('/me/account/address', cookie)).text())).toContain(
      'Noch nicht bestätigt',
    );
    const path = linkIn(await mailTo(portal, after));
    expect(await mailTo(portal, before)).not.toContain(after);

    const outside = await (await portal.get(path)).text();
    expect(textOf(outside)).toContain('melden Sie sich zuerst mit Ihrer alten Adresse an');
    expect(outside).not.toContain('Neue Adresse nutzen');
    const stranger = await register(portal, newEmail());
    expect(textOf(await (await portal.get(path, stranger)).text())).toContain(
      'gehört zu einem anderen Konto',
    );
    await portal.post(path, stranger, {});
    const done = await portal.post(path, cookie, {});
    expect(where(done)).toEqual([303, '/me/account/address?done=changed']);
    const page = textOf(await (await portal.get('/me/account/address', cookieOf(done))).text());
    expect(page).toContain(after);
    expect((await portal.get('/me', cookie)).status).toBe(302);
  });

  test('can be called off, and needs a fresh proof', async () => {
    const [before, after] = [newEmail(), newEmail()];
    const cookie = await register(portal, before);
    await portal.post('/me/account/address', cookie, { act: 'change', email: after });
    const path = linkIn(await mailTo(portal, after));
    const kept = await portal.post('/me/account/address', cookie, { act: 'keep' });
    expect(where(kept)).toEqual([303, '/me/account/address?done=kept']);
    expect((await portal.get(path, cookie)).status).toBe(410);
    const back = await portal.post(linkIn(await mailTo(portal, before)), cookie, {});
    expect(where(back)).toEqual([303, '/me']);
    portal.world.advance(5 * MINUTE_MS);
    const page = await portal.post('/me/account/address', cookieOf(back), {
      act: 'change',
      email: newEmail(),
    });
    expect(where(page)).toEqual([302, '/step-up?to=%2Fme%2Faccount%2Faddress']);
  });
});

describe('the demo', () => {
  test('one click as anybody of the list, each to the own home', async () => {
    const page = await (await portal.get('/sign-in')).text();
    expect(page).toContain('action="/demo/sign-in"');
    const homes = await Promise.all(
      ['anna', 'marketer-alpenrad', 'officer-rheinstrom', 'owner-kornundkruste', 'operator'].map(
        async (person) => {
          const response = await portal.post('/demo/sign-in', undefined, { person, to: '/me/preferences' });
          return where(response);
        },
      ),
    );
    expect(homes).toEqual([
      [303, '/me/preferences'],
      [303, '/company'],
      [303, '/officer'],
      [303, '/company'],
      [303, '/operator'],
    ]);
    expect((await portal.post('/demo/sign-in', undefined, { person: 'nobody' })).status).toBe(404);
    expect((await portal.get('/demo/sign-in')).status).toBe(404);
  });

  test('does not exist outside the demo', async () => {
    const real = await startTestPortal({ environment: { DEMO: '0' } });
    try {
      expect((await real.post('/demo/sign-in', undefined, { person: 'anna' })).status).toBe(404);
      expect(await (await real.get('/sign-in')).text()).not.toContain('/demo/sign-in');
    } finally {
      await real.stop();
    }
  });
});

test('on https the cookie is bound to the host', async () => {
  const secure = await startTestPortal({ environment: { BASE_URL: 'https://portal.test' } });
  try {
    const response = await secure.post('/demo/sign-in', undefined, { person: 'anna' });
    const parts = (response.headers.get('set-cookie') ?? '').split('; ');
    expect(parts[0]).toMatch(/^__Host-session=[\w-]{43}$/);
    expect(parts.slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
  } finally {
    await secure.stop();
  }
});
