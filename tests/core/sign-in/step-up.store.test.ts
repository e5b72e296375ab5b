import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#app/core/shared/calendar.ts';
import { requestSignIn } from '#app/core/sign-in/request-sign-in.ts';
import { isSteppedUp } from '#app/core/sign-in/session.ts';
import { listSessions, revokeSession, signOut, signOutEverywhere } from '#app/core/sign-in/sessions.ts';
import { signInWithCode } from '#app/core/sign-in/sign-in-with-proof.ts';
import { requestStepUp, stepUp } from '#app/core/sign-in/step-up.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { codeIn, createTestMailbox, type TestMailbox } from '#tests/support/mailbox.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

describe.each(ENGINES)('a fresh proof and the list of sessions on %s', (engine) => {
  let it: TestCore;
  let mailbox: TestMailbox;
  let count = 0;
  const newPerson = () => registerConfirmed(it.core, `frisch${++count}@beispiel.at`);

  beforeAll(async () => {
    it = await createTestCore(engine);
    mailbox = createTestMailbox(it.core);
  });
  afterAll(() => it.close());

  test('the session goes on under a new id, keeps its absolute end and counts as fresh for five minutes', async () => {
    const { opened, principal } = await newPerson();
    it.world.advance(HOUR_MS);
    expect(isSteppedUp(opened.session, it.world.now())).toBe(false);
    const { requestId } = await requestStepUp(it.core, opened.session);
    const mail = await mailbox.collectOne();
    expect(mail.text).not.toMatch(/https?:/);
    const renewed = await stepUp(it.core, { session: opened.session, requestId, code: codeIn(mail) });
    expect(renewed.session.idHash).not.toBe(opened.session.idHash);
    expect(renewed.session.absoluteExpiresAt).toBe(opened.session.absoluteExpiresAt);
    expect((await listSessions(it.core, principal)).map(({ idHash }) => idHash)).toEqual([
      renewed.session.idHash,
    ]);
    it.world.advance(5 * MINUTE_MS - 1);
    expect(isSteppedUp(renewed.session, it.world.now())).toBe(true);
    it.world.advance(1);
    expect(isSteppedUp(renewed.session, it.world.now())).toBe(false);
  });

  test("another person's code proves nothing here and keeps its tries", async () => {
    const [mine, yours] = [await newPerson(), await newPerson()];
    const { requestId } = await requestStepUp(it.core, yours.opened.session);
    const code = codeIn(await mailbox.collectOne());
    for (let n = 0; n < 6; n += 1) {
      await expect(stepUp(it.core, { session: mine.opened.session, requestId, code })).rejects.toMatchObject({
        code: 'code-expired',
      });
    }
    await expect(stepUp(it.core, { session: yours.opened.session, requestId, code })).resolves.toBeDefined();
  });

  test('a code to sign in is no step-up, and the other way round', async () => {
    const email = `frisch${++count}@beispiel.at`;
    const { opened } = await registerConfirmed(it.core, email);
    const signIn = await requestSignIn(it.core, { email, language: 'de' });
    const signInCode = codeIn(await mailbox.collectOne());
    const fresh = await requestStepUp(it.core, opened.session);
    const freshCode = codeIn(await mailbox.collectOne());
    const { session } = opened;
    await expect(
      stepUp(it.core, { session, requestId: signIn.requestId, code: signInCode }),
    ).rejects.toMatchObject({ code: 'code-expired' });
    await expect(
      signInWithCode(it.core, { requestId: fresh.requestId, code: freshCode }),
    ).rejects.toMatchObject({ code: 'code-expired' });
  });

  test('an ended session cannot be freshened', async () => {
    const { opened } = await newPerson();
    const { requestId } = await requestStepUp(it.core, opened.session);
    const code = codeIn(await mailbox.collectOne());
    await signOut(it.core, opened.session);
    await expect(stepUp(it.core, { session: opened.session, requestId, code })).rejects.toMatchObject({
      code: 'code-expired',
    });
  });

  test('sessions are listed, revoked one by one by their owner alone, and all at once', async () => {
    const email = `frisch${++count}@beispiel.at`;
    const { opened, principal } = await registerConfirmed(it.core, email);
    const { requestId } = await requestSignIn(it.core, { email, language: 'de' });
    await signInWithCode(it.core, { requestId, code: codeIn(await mailbox.collectOne()) });
    const stranger = await newPerson();
    await revokeSession(it.core, stranger.principal, opened.session.idHash);
    expect(await listSessions(it.core, principal)).toHaveLength(2);
    await revokeSession(it.core, principal, opened.session.idHash);
    expect(await listSessions(it.core, principal)).toHaveLength(1);
    await signOutEverywhere(it.core, principal);
    expect(await listSessions(it.core, principal)).toEqual([]);
    expect(await listSessions(it.core, stranger.principal)).toHaveLength(1);
  });
});
