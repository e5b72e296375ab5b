import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS } from '#app/core/shared/calendar.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { visitJoin } from '../join/join-visit.ts';
import { linkIn, mailTo, register } from './door.ts';
import { cookieOf, textOf } from './page.ts';

interface Mailed {
  readonly path: string;
  /** Who presses it; undefined: nobody is signed in. */
  readonly cookie?: string | undefined;
  readonly fields?: Readonly<Record<string, string>>;
}

/** One kind of mailed link: how one gets it, and where a page that refuses it must lead for a new one. */
interface Kind {
  readonly name: string;
  readonly prefix: string;
  readonly get: () => Promise<Mailed>;
  readonly anew: readonly string[];
}

const GOOD = { password: 'Ein Rad hat zwei Reifen' };

describe('a mailed link that works no more', () => {
  let portal: TestPortal;
  let count = 0;
  beforeAll(async () => {
    portal = await startTestPortal();
  });
  afterAll(() => portal.stop());
  const newEmail = () => `link${++count}@beispiel.at`;
  const pathTo = async (email: string) => linkIn(await mailTo(portal, email));
  const size = async () => (await portal.services.core.storage.read.ledger.state())?.size ?? 0;

  const kinds: readonly Kind[] = [
    {
      name: 'the first confirmation',
      prefix: '/confirm',
      get: async () => {
        const email = newEmail();
        await portal.post('/register', undefined, { email });
        return { path: await pathTo(email) };
      },
      anew: ['/register', '/sign-in'],
    },
    {
      name: 'a new address',
      prefix: '/confirm',
      get: async () => {
        const [before, after] = [newEmail(), newEmail()];
        const cookie = await register(portal, before);
        await portal.post('/me/account/address', cookie, { act: 'change', email: after });
        return { path: await pathTo(after), cookie };
      },
      anew: ['/me/account/address', '/sign-in', '/register'],
    },
    {
      name: 'signing in',
      prefix: '/sign-in/link',
      get: async () => {
        const email = newEmail();
        await register(portal, email);
        await portal.post('/sign-in', undefined, { email, way: 'code' });
        return { path: await pathTo(email) };
      },
      anew: ['/sign-in'],
    },
    {
      name: 'a new password',
      prefix: '/reset',
      get: async () => {
        const email = newEmail();
        await register(portal, email);
        await portal.post('/reset', undefined, { email });
        return { path: await pathTo(email), fields: GOOD };
      },
      anew: ['/reset'],
    },
    {
      name: 'a join',
      prefix: '/join/confirm',
      get: async () => ({ path: await visitJoin(portal).sendUsual(newEmail()) }),
      anew: ['/join/alpenrad', '/sign-in', '/'],
    },
  ];

  /** Says so, leads to a new one, and neither opening nor pressing it does anything. */
  async function expectDead(path: string, { anew, get: _ }: Kind, mailed: Mailed): Promise<void> {
    const before = await size();
    const page = await portal.get(path, mailed.cookie);
    expect(page.status).toBe(410);
    const html = await page.text();
    expect(textOf(html)).toMatch(/Link|geht nicht mehr|schon/);
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
    expect(main).not.toContain('<form');
    const ways = [...main.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '');
    expect(ways.filter((way) => anew.includes(way)).length).toBeGreaterThan(0);
    for (const way of ways) expect((await portal.get(way, mailed.cookie)).status).toBeLessThan(400);
    const pressed = await portal.post(path, mailed.cookie, { ...mailed.fields });
    // Either back to the page that says so, or to the sign-in page first.
    expect([302, 303]).toContain(pressed.status);
    expect(pressed.headers.get('location')).not.toMatch(/^\/me(?!\/account)/);
    expect(pressed.headers.getSetCookie()).toEqual([]);
    expect(await size()).toBe(before);
  }

  describe.each(['the first confirmation', 'a new address', 'signing in', 'a new password', 'a join'])(
    '%s',
    (name) => {
      const kindOf = () => {
        const kind = kinds.find((one) => one.name === name);
        if (!kind) throw new Error(name);
        return kind;
      };

      test('used', async () => {
        const kind = kindOf();
        const mailed = await kind.get();
        const pressed = await portal.post(mailed.path, mailed.cookie, { ...mailed.fields });
        expect(pressed.status).toBe(303);
        // Somebody else's browser, or the same one without its session.
        const after = mailed.cookie ? { ...mailed, cookie: cookieOf(pressed) } : mailed;
        await expectDead(mailed.path, kind, after);
      });

      test('too old', async () => {
        const kind = kindOf();
        const mailed = await kind.get();
        portal.world.advance(DAY_MS);
        await expectDead(mailed.path, kind, { ...mailed, cookie: undefined });
      });

      test('forged, cut short, or of another kind', async () => {
        const kind = kindOf();
        const mailed = await kind.get();
        const token = mailed.path.split('/').at(-1) ?? '';
        const other = kinds.find((one) => one.prefix !== kind.prefix);
        const foreign = (await other?.get())?.path.split('/').at(-1) ?? '';
        for (const forged of ['nonsense', token.slice(0, -2), `${token}x`, foreign]) {
          // A join's link is known on the page for confirmations, and led to its own.
          if (kind.prefix === '/confirm' && other?.prefix === '/join/confirm' && forged === foreign) continue;
          await expectDead(`${kind.prefix}/${forged}`, kind, { ...mailed, cookie: undefined });
        }
        // It was not harmed by that.
        expect((await portal.get(mailed.path, mailed.cookie)).status).toBe(200);
      });
    },
  );
});
