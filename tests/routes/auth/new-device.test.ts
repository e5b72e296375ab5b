import { afterAll, beforeAll, expect, test } from 'vitest';
import { listDemoMails } from '#app/mail/list-demo-mails.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { linkIn, mailTo } from './door.ts';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal();
});
afterAll(() => portal.stop());

/** A browser: keeps its cookies, and calls itself something. */
function browser(userAgent: string) {
  const jar = new Map<string, string>();
  return {
    jar,
    send: async (path: string, fields: Readonly<Record<string, string>>) => {
      const answer = await portal.request(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: {
          'sec-fetch-site': 'same-origin',
          origin: portal.config.baseUrl,
          'user-agent': userAgent,
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        },
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (/Max-Age=0/.test(cookie)) jar.delete(name);
        else jar.set(name, value);
      }
      return answer;
    },
  };
}

const notices = async (email: string) => {
  await portal.services.jobs.drain();
  const mails = await listDemoMails(portal.services.core, 500);
  return mails.filter(
    ({ recipient, subject }) => recipient === email && subject === 'Neues Gerät angemeldet',
  );
};

async function signIn(from: ReturnType<typeof browser>, email: string) {
  await from.send('/sign-in', { email });
  return from.send(linkIn(await mailTo(portal, email)), {});
}

test('a sign-in from elsewhere is told of, one from the same browser is not, also after signing out', async () => {
  const email = 'geraet@beispiel.at';
  const home = browser(FIREFOX);
  await home.send('/register', { email });
  const first = await home.send(linkIn(await mailTo(portal, email)), {});
  const device = first.headers.getSetCookie().find((cookie) => cookie.startsWith('device=')) ?? '';
  expect(device).toMatch(/^device=[\w-]{43}; Path=\/; Max-Age=\d{8}; HttpOnly; SameSite=Lax$/);
  await home.send('/sign-out', {});
  expect(home.jar.has('device')).toBe(true);
  await signIn(home, email);
  expect(await notices(email)).toEqual([]);

  const away = browser(IPHONE);
  expect((await signIn(away, email)).headers.get('location')).toBe('/me');
  const [notice, ...more] = await notices(email);
  expect(more).toEqual([]);
  expect(notice?.text).toContain('Safari, iPhone oder iPad');
  expect(notice?.text).toContain('http://portal.test/me/account/sessions');
  // Nothing that leads to the network or the very browser.
  expect(`${notice?.text}${notice?.html}`).not.toMatch(/127\.0\.0\.1|::1|Mozilla|18\.5/);
  await signIn(away, email);
  expect(await notices(email)).toHaveLength(1);
});

test('a made-up, foreign or broken cookie makes no device known', async () => {
  const email = 'geraet2@beispiel.at';
  const home = browser(FIREFOX);
  await home.send('/register', { email });
  await home.send(linkIn(await mailTo(portal, email)), {});
  for (const [index, value] of ['x', 'A'.repeat(43), '"><script>'].entries()) {
    const other = browser('curl/8');
    other.jar.set('device', value);
    await signIn(other, email);
    expect(await notices(email)).toHaveLength(index + 1);
  }
});

test('the demo knows no devices and sends nothing', async () => {
  const before = (await listDemoMails(portal.services.core, 500)).length;
  for (const agent of [FIREFOX, IPHONE]) {
    const answer = await browser(agent).send('/demo/sign-in', { person: 'anna' });
    expect(answer.headers.getSetCookie().map((cookie) => cookie.split('=')[0])).toEqual(['session']);
  }
  await portal.services.jobs.drain();
  expect(await listDemoMails(portal.services.core, 500)).toHaveLength(before);
});
