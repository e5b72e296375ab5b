import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Auth, createAuth } from '#app/auth/auth.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/core/shared/calendar.ts';
import { openSession } from '#app/core/sign-in/open-session.ts';
import { staffPrincipal } from '#app/core/sign-in/principal.ts';
import type { OpenedSession } from '#app/core/sign-in/session.ts';
import { signOut } from '#app/core/sign-in/sessions.ts';
import { addTestStaff, registerConfirmed } from '#tests/support/register.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

describe('a session behind its cookie', () => {
  let it: TestCore;
  let auth: Auth;
  let count = 0;
  const newEmail = () => `sitzung${++count}@beispiel.at`;
  const cookieOf = (opened: OpenedSession) => auth.cookie(opened).split(';')[0] ?? '';
  const identify = (cookie: string) =>
    auth.identify(new Request('http://portal.test/me', { headers: { cookie } }));
  const open = (wish: Parameters<typeof openSession>[2]) =>
    it.core.storage.transact((tx) => openSession(it.core, tx, wish, it.world.now()));

  /** Uses the session every `stepMs` until it is refused; answers how long it lived. */
  async function liveFor(opened: OpenedSession, stepMs: number, limitMs: number): Promise<number> {
    for (let livedMs = 0; livedMs <= limitMs; livedMs += stepMs) {
      if (!(await identify(cookieOf(opened)))) return livedMs;
      it.world.advance(stepMs);
    }
    return Number.POSITIVE_INFINITY;
  }

  beforeAll(async () => {
    it = await createTestCore('sqlite');
    auth = createAuth(it.core, { secureCookies: true });
  });
  afterAll(() => it.close());

  test('on https the cookie is bound to the host and out of reach of scripts', async () => {
    const { opened } = await registerConfirmed(it.core, newEmail());
    const cookie = auth.cookie(opened);
    expect(cookie).toMatch(/^__Host-session=[\w-]{43}; /);
    expect(cookie.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
    expect(auth.blankCookie()).toMatch(/^__Host-session=; .*Max-Age=0/);
    const local = createAuth(it.core, { secureCookies: false });
    expect(local.cookie(opened).split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax']);
    expect(local.cookie(opened)).toMatch(/^session=/);
  });

  test('a remembered one outlives the browser', async () => {
    const { principal } = await registerConfirmed(it.core, newEmail());
    const opened = await open({ principal, remember: true, steppedUp: false });
    expect(auth.cookie(opened)).toContain(`Max-Age=${(14 * DAY_MS) / 1000}`);
  });

  test('only its SHA-256 is stored', async () => {
    const { opened, principal } = await registerConfirmed(it.core, newEmail());
    const stored = await it.core.storage.read.signIn.sessionsOf(principal);
    expect(JSON.stringify(stored)).not.toContain(opened.id);
    expect(await identify(`__Host-session=${stored[0]?.idHash}`)).toBeNull();
  });

  test('knows whose it is, among other cookies, even malformed ones', async () => {
    const { opened, customerId } = await registerConfirmed(it.core, newEmail());
    const found = await identify(`lang=de; x=%E0%A4%A; ${cookieOf(opened)};y`);
    expect(found?.account).toMatchObject({ kind: 'customer', person: { id: customerId } });
    for (const cookie of [
      '',
      '__Host-session=',
      '__Host-session=x',
      `__Host-session=${'a'.repeat(43)}`,
      'session=x',
    ]) {
      expect(await identify(cookie)).toBeNull();
    }
  });

  test('ends when nobody used it: two hours for customers, a quarter of an hour for staff', async () => {
    const { opened } = await registerConfirmed(it.core, newEmail());
    it.world.advance(2 * HOUR_MS - 1);
    expect(await identify(cookieOf(opened))).not.toBeNull();
    it.world.advance(2 * HOUR_MS);
    expect(await identify(cookieOf(opened))).toBeNull();
    const staff = await addTestStaff(it.core, newEmail());
    const theirs = await open({ principal: staffPrincipal(staff.id), remember: true, steppedUp: false });
    it.world.advance(15 * MINUTE_MS - 1);
    expect(await identify(cookieOf(theirs))).not.toBeNull();
    it.world.advance(15 * MINUTE_MS);
    expect(await identify(cookieOf(theirs))).toBeNull();
  });

  test('ends after its absolute time however much it is used', async () => {
    const { opened, principal } = await registerConfirmed(it.core, newEmail());
    expect(await liveFor(opened, HOUR_MS, DAY_MS)).toBe(12 * HOUR_MS);
    const remembered = await open({ principal, remember: true, steppedUp: false });
    expect(await liveFor(remembered, 12 * HOUR_MS, 20 * DAY_MS)).toBe(14 * DAY_MS);
    const staff = await addTestStaff(it.core, newEmail());
    const theirs = await open({ principal: staffPrincipal(staff.id), remember: false, steppedUp: false });
    expect(await liveFor(theirs, 10 * MINUTE_MS, DAY_MS)).toBe(8 * HOUR_MS);
  });

  test('is dead at once after signing out', async () => {
    const { opened } = await registerConfirmed(it.core, newEmail());
    expect(await identify(cookieOf(opened))).not.toBeNull();
    await signOut(it.core, opened.session);
    expect(await identify(cookieOf(opened))).toBeNull();
  });

  test('an account that is no longer active is signed out by it', async () => {
    const principal = staffPrincipal((await addTestStaff(it.core, newEmail())).id);
    const opened = await open({ principal, remember: false, steppedUp: false });
    const stranger = await open({
      principal: 'customer:00000000000000000000000000000000',
      remember: false,
      steppedUp: false,
    });
    expect(await identify(cookieOf(opened))).not.toBeNull();
    expect(await identify(cookieOf(stranger))).toBeNull();
    expect(await it.core.storage.read.signIn.findSession(stranger.session.idHash)).toBeUndefined();
  });
});
