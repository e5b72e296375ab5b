import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findKeptForm } from '#app/core/kept-form/keep-form.ts';
import { DAY_MS, HOUR_MS } from '#app/core/shared/calendar.ts';
import { openSession } from '#app/core/sign-in/open-session.ts';
import { freshCustomer } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

const PAGE = '/me/profile/identity';
const TYPED = { 'value.given-name': 'Annabell <i>', 'value.family-name': 'Neu & Alt', act: 'save' };

/** The cookies that a browser sends after these answers. */
function jar(...parts: readonly (string | Response | undefined)[]): string {
  const cookies = new Map<string, string>();
  for (const part of parts) {
    const set = part instanceof Response ? part.headers.getSetCookie() : part ? part.split('; ') : [];
    for (const pair of set) {
      const [name = '', value = ''] = (pair.split(';')[0] ?? '').split('=');
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
  }
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

describe('what was typed', () => {
  let portal: TestPortal;
  let count = 0;
  beforeAll(async () => {
    portal = await startTestPortal();
  });
  afterAll(() => portal.stop());
  const newCustomer = () => freshCustomer(portal, `form${++count}@beispiel.at`, ['alpenrad']);
  const page = async (path: string, cookie: string) => (await portal.get(path, cookie)).text();
  const fieldNames = async (cookie: string) =>
    [...(await page(PAGE, cookie)).matchAll(/<input[^>]*name="(value[^"]*|given-name[^"]*)"/g)].map(
      ([, name]) => name,
    );

  test('outlives the end of a session: offered again, filled in, sent by nobody', async () => {
    const visit = await newCustomer();
    const [name = ''] = await fieldNames(visit.cookie);
    portal.world.advance(DAY_MS);
    const sent = await portal.post(PAGE, visit.cookie, { [name]: TYPED['value.given-name'] });
    expect(sent.headers.get('location')).toMatch(/^\/sign-in\?.*ended=1.*&kept=1$/);
    const kept = jar(visit.cookie, sent);
    expect(await page(sent.headers.get('location') ?? '', kept)).toContain('steht Ihre Eingabe wieder da');
    // Signing in is a form of its own and leaves what was kept alone.
    const [email] = [`form${count}@beispiel.at`];
    const asked = await portal.post('/sign-in', kept, { email, way: 'code' });
    expect(asked.headers.getSetCookie()).toEqual([]);
    const again = await signInAs(visit.customerId);
    const html = await page(PAGE, jar(kept, again));
    expect(html).toContain('Ihre Eingaben stehen wieder da.');
    expect(html).toContain('value="Annabell &lt;i&gt;"');
    expect(await page('/me/profile', jar(kept, again))).not.toContain('Annabell');
    // Sent for good, it is forgotten.
    const done = await portal.post(PAGE, jar(kept, again), { [name]: 'Annabell' });
    expect(done.status).toBe(303);
    const after = jar(kept, again, done);
    expect(after).not.toContain('kept=');
    expect(await page(PAGE, jar(kept, again))).not.toContain('stehen wieder da');
    expect(await page('/me/profile', after)).toContain('Annabell');
  });

  test('every entry of a profile, also a code of a place; never a code or a password', async () => {
    const visit = await newCustomer();
    const path = '/me/profile/address';
    const asked = [...(await page(path, visit.cookie)).matchAll(/<input[^>]*name="(value\.[^"]*)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(asked).toContain('value.postal-code');
    portal.world.advance(DAY_MS);
    const secret = { code: '12345678', password: 'geheimes Wort', 'new-password': 'noch eins' };
    const sent = await portal.post(path, visit.cookie, { 'value.postal-code': '69731', ...secret });
    const html = await page(path, jar(sent, await signInAs(visit.customerId)));
    expect(html).toMatch(
      /name="value\.postal-code"[^>]*value="69731"|value="69731"[^>]*name="value\.postal-code"/,
    );
    const token = /kept=([\w-]+)/.exec(sent.headers.getSetCookie().join())?.[1] ?? '';
    const kept = await findKeptForm(portal.services.core, token);
    expect(kept?.fields).toEqual([['value.postal-code', '69731']]);
  });

  test('belongs to the account that typed it, to this browser, and to the next hour', async () => {
    const [visit, other] = [await newCustomer(), await newCustomer()];
    const [name = ''] = await fieldNames(visit.cookie);
    portal.world.advance(DAY_MS);
    const sent = await portal.post(PAGE, visit.cookie, { [name]: 'Geheimnis' });
    const kept = jar(sent);
    const stranger = await signInAs(other.customerId);
    const owner = await signInAs(visit.customerId);
    expect(await page(PAGE, jar(kept, stranger))).not.toContain('Geheimnis');
    expect(await page(PAGE, owner)).not.toContain('Geheimnis');
    expect(await page(PAGE, jar(kept, owner))).toContain('Geheimnis');
    expect(await page('/me/profile/contact', jar(kept, owner))).not.toContain('Geheimnis');
    const forged = `kept=${'A'.repeat(43)}`;
    expect((await portal.get(PAGE, jar(forged, owner))).status).toBe(200);
    portal.world.advance(HOUR_MS);
    expect(await page(PAGE, jar(kept, owner))).not.toContain('Geheimnis');
    // A session that nobody knows any more says whose form it was to nobody.
    const unknown = await portal.post(PAGE, `session=${'b'.repeat(43)}`, { [name]: 'Geheimnis' });
    expect(unknown.headers.get('location')).not.toContain('kept');
    expect(unknown.headers.getSetCookie()).toEqual([]);
  });

  test('and the page stay when the language changes, with no script; nothing is sent', async () => {
    const visit = await newCustomer();
    const html = await page(PAGE, visit.cookie);
    const [name = ''] = await fieldNames(visit.cookie);
    expect(html).toContain('<form id="entry"');
    const button = /<button[^>]*form="entry"[^>]*lang="en"[^>]*>/.exec(html)?.[0] ?? '';
    const action = (/form[aA]ction="([^"]+)"/.exec(button)?.[1] ?? '').replaceAll('&amp;', '&');
    expect(action).toMatch(/^\/language\?lang=en&to=/);
    const switched = await portal.post(action, visit.cookie, { [name]: 'Clara', password: 'nie' });
    expect([switched.status, switched.headers.get('location')]).toEqual([303, PAGE]);
    const english = await page(PAGE, jar(visit.cookie, switched));
    expect(english).toContain('<html lang="en');
    expect(english).toContain('What you typed is still here.');
    expect(english).toContain('value="Clara"');
    expect(await page('/me/profile', visit.cookie)).not.toContain('Clara');
  });

  test('on public pages as well: the join form in another language', async () => {
    const html = await page('/join/alpenrad', '');
    expect(html).toContain('form="entry"');
    const switched = await portal.post('/language?lang=en&to=%2Fjoin%2Falpenrad', undefined, {
      email: 'neu@beispiel.at',
      'answer-newsletter': 'yes',
    });
    const english = await page('/join/alpenrad', jar(switched));
    expect(english).toContain('value="neu@beispiel.at"');
    const yes = /<input[^>]*name="answer-newsletter"[^>]*value="yes"[^>]*>/.exec(english)?.[0] ?? '';
    expect(yes).toContain('checked');
    // Without cookie, nothing of it.
    expect(await page('/join/alpenrad', 'lang=en')).not.toContain('neu@beispiel.at');
  });

  test('a switch is a link where no form is open, and on an error page', async () => {
    const visit = await newCustomer();
    for (const path of ['/me', '/me/profile/nowhere', '/join/nowhere'])
      expect(await page(path, visit.cookie)).not.toContain('form="entry"');
    const foreign = await portal.request('/language?lang=en&to=%2Fme', {
      method: 'POST',
      body: 'a=b',
      headers: {
        cookie: visit.cookie,
        origin: 'https://evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    expect(foreign.status).toBe(403);
    const away = await portal.post('/language?lang=en&to=https://evil.example', undefined, { a: 'b' });
    expect(away.headers.get('location')).toBe('/');
  });

  test('passwords and codes are never kept, and what is too much is not', async () => {
    for (const fields of [
      { password: 'Ein Rad hat zwei Reifen' },
      { code: '12345678' },
      { email: '' },
      { text: 'x'.repeat(20_001) },
    ]) {
      const answer = await portal.post('/language?lang=de&to=%2Fsign-in', undefined, fields);
      expect(jar(answer)).not.toContain('kept=');
    }
  });

  async function signInAs(customerId: string): Promise<string> {
    const { core, auth } = portal.services;
    const wish = { principal: `customer:${customerId}` as const, remember: false, steppedUp: false };
    const opened = await core.storage.transact((tx) => openSession(core, tx, wish, portal.world.now()));
    return auth.cookie(opened).split(';')[0] ?? '';
  }
});
