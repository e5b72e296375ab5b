import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPasswordHasher } from '#app/auth/password-hash.ts';
import { MINUTE_MS } from '#app/core/shared/calendar.ts';
import { removePassword } from '#app/core/sign-in/remove-password.ts';
import { requestPasswordReset } from '#app/core/sign-in/request-password-reset.ts';
import { requestSignIn } from '#app/core/sign-in/request-sign-in.ts';
import { resetPassword } from '#app/core/sign-in/reset-password.ts';
import { listSessions } from '#app/core/sign-in/sessions.ts';
import { setPassword } from '#app/core/sign-in/set-password.ts';
import { signInWithPassword } from '#app/core/sign-in/sign-in-with-password.ts';
import { signInWithToken } from '#app/core/sign-in/sign-in-with-proof.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { createTestMailbox, type TestMailbox, tokenIn } from '#tests/support/mailbox.ts';
import { addTestStaff, registerConfirmed } from '#tests/support/register.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

const GOOD = 'Ein Rad hat zwei Reifen';
const OTHER = 'Drei Brote und ein Kuchen';

describe.each(ENGINES)('passwords on %s', (engine) => {
  let it: TestCore;
  let mailbox: TestMailbox;
  let count = 0;
  const passwords = createPasswordHasher();
  const newEmail = () => `passwort${++count}@beispiel.at`;
  const core = () => ({ ...it.core, passwords });
  const signIn = (email: string, password: string) => signInWithPassword(core(), { email, password });

  beforeAll(async () => {
    it = await createTestCore(engine);
    mailbox = createTestMailbox(it.core);
  });
  afterAll(() => it.close());

  test('is optional, opens a session that proves nothing fresh, and ends all others when it is set', async () => {
    const email = newEmail();
    const { principal, opened } = await registerConfirmed(it.core, email);
    await expect(signIn(email, GOOD)).rejects.toMatchObject({ code: 'wrong-credentials' });
    await requestSignIn(it.core, { email, language: 'de' });
    await signInWithToken(it.core, { token: tokenIn(await mailbox.collectOne()) });
    const renewed = await setPassword(core(), { session: opened.session, password: GOOD });
    expect((await listSessions(it.core, principal)).map(({ idHash }) => idHash)).toEqual([
      renewed.session.idHash,
    ]);
    const notice = await mailbox.collectOne();
    expect(notice.to).toBe(email);
    expect(notice.text).not.toContain(GOOD);

    const signedIn = await signIn(email, GOOD);
    expect(signedIn.opened.session).toMatchObject({ principal, steppedUpAt: null });
    await expect(signIn(email, `${GOOD}!`)).rejects.toMatchObject({ code: 'wrong-credentials' });
    await expect(signIn('niemand@beispiel.at', GOOD)).rejects.toMatchObject({ code: 'wrong-credentials' });

    const last = await removePassword(it.core, renewed.session);
    expect((await listSessions(it.core, principal)).map(({ idHash }) => idHash)).toEqual([
      last.session.idHash,
    ]);
    expect((await mailbox.collectOne()).subject).toContain('kein Passwort');
    await expect(signIn(email, GOOD)).rejects.toMatchObject({ code: 'wrong-credentials' });
  });

  test('needs a fresh proof, and a refused one changes nothing', async () => {
    const email = newEmail();
    const { opened } = await registerConfirmed(it.core, email);
    await expect(
      setPassword(core(), { session: opened.session, password: 'passwort2026' }),
    ).rejects.toMatchObject({ code: 'password-common' });
    it.world.advance(5 * MINUTE_MS);
    await expect(setPassword(core(), { session: opened.session, password: GOOD })).rejects.toMatchObject({
      code: 'step-up-needed',
    });
    await expect(removePassword(it.core, opened.session)).rejects.toMatchObject({ code: 'step-up-needed' });
    expect(await mailbox.collect()).toEqual([]);
  });

  test('is the same password in either Unicode form', async () => {
    const email = newEmail();
    const { opened } = await registerConfirmed(it.core, email);
    await setPassword(core(), { session: opened.session, password: 'gru\u0308ne Bru\u0308cken' });
    await expect(signIn(email, 'grüne Brücken')).resolves.toBeDefined();
    await mailbox.collect();
  });

  test('a reset link sets a new one once, ends every session and opens one', async () => {
    const email = newEmail();
    const { principal, opened } = await registerConfirmed(it.core, email);
    await setPassword(core(), { session: opened.session, password: GOOD });
    await mailbox.collect();
    await requestPasswordReset(it.core, { email, language: 'de' });
    const token = tokenIn(await mailbox.collectOne());
    await expect(resetPassword(core(), { token, password: 'zu kurz' })).rejects.toMatchObject({
      code: 'password-short',
    });
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => resetPassword(core(), { token, password: OTHER })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await listSessions(it.core, principal)).toHaveLength(1);
    expect((await mailbox.collectOne()).to).toBe(email);
    await expect(signIn(email, GOOD)).rejects.toMatchObject({ code: 'wrong-credentials' });
    await expect(signIn(email, OTHER)).resolves.toMatchObject({ account: { principal } });
  });

  test('links of another purpose reset nothing, and a reset link signs nobody in', async () => {
    const email = newEmail();
    await registerConfirmed(it.core, email);
    await requestSignIn(it.core, { email, language: 'de' });
    const signInToken = tokenIn(await mailbox.collectOne());
    await expect(resetPassword(core(), { token: signInToken, password: GOOD })).rejects.toMatchObject({
      code: 'link-broken',
    });
    await requestPasswordReset(it.core, { email, language: 'de' });
    const resetToken = tokenIn(await mailbox.collectOne());
    await expect(signInWithToken(it.core, { token: resetToken })).rejects.toMatchObject({
      code: 'link-broken',
    });
    it.world.advance(10 * MINUTE_MS);
    await expect(resetPassword(core(), { token: resetToken, password: GOOD })).rejects.toMatchObject({
      code: 'link-expired',
    });
  });

  test('a hash with weaker settings is renewed at the next sign-in', async () => {
    const email = newEmail();
    const staff = await addTestStaff(it.core, email);
    const principal = `staff:${staff.id}` as const;
    const { hash } = await import('@node-rs/argon2');
    const weak = await hash(GOOD, { memoryCost: 8 * 1024, timeCost: 1 });
    await it.core.storage.transact((tx) =>
      tx.signIn.savePassword({ principal, hash: weak, updatedAt: it.world.now() }),
    );
    await signIn(email, GOOD);
    const renewed = await it.core.storage.read.signIn.findPassword(principal);
    expect(renewed?.hash).toContain('m=65536,t=2,p=1');
    await expect(signIn(email, GOOD)).resolves.toMatchObject({ account: { principal } });
  });
});
