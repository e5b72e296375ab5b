import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#app/core/shared/calendar.ts';
import { requestSignIn } from '#app/core/sign-in/request-sign-in.ts';
import { listSessions } from '#app/core/sign-in/sessions.ts';
import { signInWithCode, signInWithToken } from '#app/core/sign-in/sign-in-with-proof.ts';
import { readLink } from '#app/core/sign-in/use-proof.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { codeIn, createTestMailbox, type TestMailbox, tokenIn } from '#tests/support/mailbox.ts';
import { addTestStaff, registerConfirmed } from '#tests/support/register.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

describe.each(ENGINES)('signing in by mail on %s', (engine) => {
  let it: TestCore;
  let mailbox: TestMailbox;
  let count = 0;
  const newEmail = () => `kunde${++count}@beispiel.at`;
  const ask = (email: string) => requestSignIn(it.core, { email, language: 'de', to: '/me/preferences' });
  const other = (code: string) => code.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10));

  beforeAll(async () => {
    it = await createTestCore(engine);
    mailbox = createTestMailbox(it.core);
  });
  afterAll(() => it.close());

  test('the code from the mail opens a session that counts as freshly proved', async () => {
    const email = newEmail();
    const { principal } = await registerConfirmed(it.core, email);
    const { requestId } = await ask(`  ${email.toUpperCase()} `);
    const mail = await mailbox.collectOne();
    expect(mail.to).toBe(email);
    const signedIn = await signInWithCode(it.core, { requestId, code: codeIn(mail) });
    expect(signedIn).toMatchObject({ to: '/me/preferences', account: { kind: 'customer', principal } });
    expect(signedIn.opened.session).toMatchObject({
      principal,
      steppedUpAt: it.world.now(),
      remember: false,
    });
    expect(await listSessions(it.core, principal)).toHaveLength(2);
  });

  test('the link works instead, and then the code of the same mail is spent', async () => {
    const email = newEmail();
    const { principal } = await registerConfirmed(it.core, email);
    const { requestId } = await ask(email);
    const mail = await mailbox.collectOne();
    expect((await readLink(it.core, tokenIn(mail), ['sign-in'])).state).toBe('open');
    const signedIn = await signInWithToken(it.core, { token: tokenIn(mail) });
    expect(signedIn.account.principal).toBe(principal);
    await expect(signInWithCode(it.core, { requestId, code: codeIn(mail) })).rejects.toMatchObject({
      code: 'code-expired',
    });
    await expect(signInWithToken(it.core, { token: tokenIn(mail) })).rejects.toMatchObject({
      code: 'link-used',
    });
  });

  test('one code used by ten parallel requests opens one session', async () => {
    const email = newEmail();
    const { principal } = await registerConfirmed(it.core, email);
    const { requestId } = await ask(email);
    const code = codeIn(await mailbox.collectOne());
    const before = (await listSessions(it.core, principal)).length;
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () => signInWithCode(it.core, { requestId, code })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await listSessions(it.core, principal)).toHaveLength(before + 1);
  });

  test('one link pressed ten times at once opens one session', async () => {
    const email = newEmail();
    const { principal } = await registerConfirmed(it.core, email);
    await ask(email);
    const token = tokenIn(await mailbox.collectOne());
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () => signInWithToken(it.core, { token })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await listSessions(it.core, principal)).toHaveLength(2);
  });

  test('after five wrong tries the right code is refused too, also when they come at once', async () => {
    const email = newEmail();
    await registerConfirmed(it.core, email);
    const { requestId } = await ask(email);
    const code = codeIn(await mailbox.collectOne());
    const wrong = await Promise.allSettled(
      Array.from({ length: 5 }, () => signInWithCode(it.core, { requestId, code: other(code) })),
    );
    const left = wrong.map((result) =>
      result.status === 'rejected' ? (result.reason.details.left ?? 0) : 'in',
    );
    expect(left.sort()).toEqual([0, 1, 2, 3, 4]);
    await expect(signInWithCode(it.core, { requestId, code })).rejects.toMatchObject({ code: 'code-locked' });
  });

  test('code and link end after ten minutes', async () => {
    const email = newEmail();
    await registerConfirmed(it.core, email);
    const { requestId } = await ask(email);
    const mail = await mailbox.collectOne();
    it.world.advance(10 * MINUTE_MS);
    await expect(signInWithCode(it.core, { requestId, code: codeIn(mail) })).rejects.toMatchObject({
      code: 'code-expired',
    });
    await expect(signInWithToken(it.core, { token: tokenIn(mail) })).rejects.toMatchObject({
      code: 'link-expired',
    });
  });

  test('the code of one request does not fit another', async () => {
    const [mine, yours] = [newEmail(), newEmail()];
    await registerConfirmed(it.core, mine);
    await registerConfirmed(it.core, yours);
    const { requestId } = await ask(mine);
    await mailbox.collect();
    await ask(yours);
    const code = codeIn(await mailbox.collectOne());
    await expect(signInWithCode(it.core, { requestId, code })).rejects.toMatchObject({ code: 'code-wrong' });
  });

  test('an address without account answers and counts the same, and gets no mail', async () => {
    const { requestId } = await ask('niemand@beispiel.at');
    expect(requestId).toMatch(/^[0-9a-f]{32}$/);
    expect(await mailbox.collect()).toEqual([]);
    const codes: unknown[] = [];
    for (let n = 0; n < 6; n += 1) {
      const refused = await signInWithCode(it.core, { requestId, code: '0000 0000' }).catch(
        (error: unknown) => error,
      );
      codes.push(
        (refused as { code: string; details: object }).code,
        (refused as { details: object }).details,
      );
    }
    const left = (n: number) => ['code-wrong', { left: n }];
    expect(codes).toEqual([
      ...left(4),
      ...left(3),
      ...left(2),
      ...left(1),
      'code-locked',
      {},
      'code-locked',
      {},
    ]);
  });

  test('staff get theirs; whoever is customer as well says who is meant', async () => {
    const email = newEmail();
    const { principal } = await registerConfirmed(it.core, email);
    const staff = await addTestStaff(it.core, email);
    const signIn = async (as: 'customer' | 'staff') => {
      await requestSignIn(it.core, { email, as, language: 'de', remember: true });
      return signInWithToken(it.core, { token: tokenIn(await mailbox.collectOne()) });
    };
    expect((await signIn('customer')).account.principal).toBe(principal);
    const asStaff = await signIn('staff');
    expect(asStaff.account.principal).toBe(`staff:${staff.id}`);
    expect(asStaff.opened.session.remember).toBe(false);
  });

  test('the session it replaces is gone in the same moment', async () => {
    const email = newEmail();
    const { opened, principal } = await registerConfirmed(it.core, email);
    await ask(email);
    const token = tokenIn(await mailbox.collectOne());
    const signedIn = await signInWithToken(it.core, { token, replaces: opened.session });
    const live = await listSessions(it.core, principal);
    expect(live.map(({ idHash }) => idHash)).toEqual([signedIn.opened.session.idHash]);
  });

  test('neither tokens nor codes nor addresses stand in the tables', async () => {
    const email = newEmail();
    await registerConfirmed(it.core, email);
    const { requestId } = await ask(email);
    const proof = await it.core.storage.read.signIn.findProof(requestId);
    const mail = await mailbox.collectOne();
    const stored = JSON.stringify(proof);
    for (const secret of [tokenIn(mail), codeIn(mail), codeIn(mail).replace(' ', ''), email]) {
      expect(stored).not.toContain(secret);
    }
  });
});
