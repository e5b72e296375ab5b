import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  confirmAddress,
  confirmAddressWithin,
  peekConfirmation,
} from '#app/core/customer/confirm-address.ts';
import { deleteUnconfirmed } from '#app/core/customer/delete-unconfirmed.ts';
import { registerCustomer } from '#app/core/customer/register-customer.ts';
import { DAY_MS, HOUR_MS } from '#app/core/shared/calendar.ts';
import { requestSignIn } from '#app/core/sign-in/request-sign-in.ts';
import { listSessions } from '#app/core/sign-in/sessions.ts';
import { signInWithToken } from '#app/core/sign-in/sign-in-with-proof.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import { profileKeyId } from '#app/core/vault/places.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { createTestMailbox, pathIn, type TestMailbox, tokenIn } from '#tests/support/mailbox.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

describe.each(ENGINES)('registration on %s', (engine) => {
  let it: TestCore;
  let mailbox: TestMailbox;
  let count = 0;
  const newEmail = () => `neu${++count}@beispiel.at`;
  const register = (email: string, pending?: unknown) =>
    registerCustomer(it.core, { email, language: 'de', pending });
  const find = (email: string) =>
    it.core.storage.read.customer.findByEmailIndex(it.core.keys.blindIndex('email', email));

  beforeAll(async () => {
    it = await createTestCore(engine);
    mailbox = createTestMailbox(it.core);
  });
  afterAll(() => it.close());

  test('nothing holds before the button; then the address is proved with evidence and the session is open', async () => {
    const email = newEmail();
    await register(email);
    expect(await find(email)).toMatchObject({ status: 'unconfirmed', confirmedAt: null });
    const askedAt = it.world.now();
    const mail = await mailbox.collectOne();
    expect(mail).toMatchObject({ to: email, senderName: null });
    it.world.advance(HOUR_MS);
    const token = tokenIn(mail);
    expect(await peekConfirmation(it.core, token)).toMatchObject({ state: 'open' });
    const confirmed = await confirmAddress(it.core, { token });
    expect(confirmed).toMatchObject({ wasNew: true, companyId: null });
    expect(await find(email)).toMatchObject({
      id: confirmed.customerId,
      status: 'active',
      confirmedAt: it.world.now(),
    });
    const [verified] = await it.core.storage.read.customer.verifications(confirmed.customerId);
    expect(verified).toMatchObject({ channel: 'email', verifiedAt: it.world.now(), how: confirmed.how });
    expect(confirmed.how).toContain(askedAt);
    expect(confirmed.how).toContain(`${mail.id} confirm-address/2`);
    expect((await readOwn(it.core, confirmed.customerId)).email?.value).toBe(email);
    expect(await peekConfirmation(it.core, token)).toMatchObject({ state: 'used' });
    await expect(confirmAddress(it.core, { token })).rejects.toMatchObject({ code: 'link-used' });
  });

  test('what waits for the button is sealed, comes back once, and belongs to this mail alone', async () => {
    const email = newEmail();
    const pending = {
      answers: [{ purpose: 'newsletter', yes: true }],
      values: { 'given-name': 'Kanarienvogel' },
    };
    await register(email, pending);
    const token = tokenIn(await mailbox.collectOne());
    expect(await peekConfirmation(it.core, token)).toEqual({ state: 'open', companyId: null, pending });
    const { customerId } = await confirmAddress(it.core, { token });
    expect((await readOwn(it.core, customerId))['given-name']).toBeUndefined();
    expect((await peekConfirmation(it.core, token)).pending).toBeUndefined();
  });

  test('confirming inside a transaction that fails confirms nothing', async () => {
    const email = newEmail();
    await register(email);
    const token = tokenIn(await mailbox.collectOne());
    const failing = it.core.storage.transact(async (tx) => {
      await confirmAddressWithin(it.core, tx, { token }, it.world.now());
      throw new Error('what came with it could not be written');
    });
    await expect(failing).rejects.toThrow('could not be written');
    expect(await find(email)).toMatchObject({ status: 'unconfirmed' });
    expect(await peekConfirmation(it.core, token)).toMatchObject({ state: 'open' });
  });

  test('an address with an account gets a link to sign in, and the account stays as it is', async () => {
    const email = newEmail();
    const { customerId, principal } = await registerConfirmed(it.core, email);
    await register(email.toUpperCase());
    const mail = await mailbox.collectOne();
    expect(pathIn(mail)).toMatch(/^\/sign-in\/link\//);
    await expect(confirmAddress(it.core, { token: tokenIn(mail) })).rejects.toMatchObject({
      code: 'link-broken',
    });
    expect((await signInWithToken(it.core, { token: tokenIn(mail) })).account.principal).toBe(principal);
    expect((await find(email))?.id).toBe(customerId);
  });

  test('with choices waiting, an existing account confirms those', async () => {
    const email = newEmail();
    const { customerId } = await registerConfirmed(it.core, email);
    await register(email, { answers: [] });
    const confirmed = await confirmAddress(it.core, { token: tokenIn(await mailbox.collectOne()) });
    expect(confirmed).toMatchObject({ customerId, wasNew: false });
  });

  test('ten registrations of one address at once make one account', async () => {
    const email = newEmail();
    await Promise.all(Array.from({ length: 10 }, () => register(email)));
    const mails = await mailbox.collect();
    expect(mails).toHaveLength(10);
    const confirmed = await Promise.all(
      mails.map((mail) => confirmAddress(it.core, { token: tokenIn(mail) })),
    );
    expect(new Set(confirmed.map(({ customerId }) => customerId)).size).toBe(1);
    expect(confirmed.filter(({ wasNew }) => wasNew)).toHaveLength(1);
  });

  test('whoever never confirmed cannot sign in and gets the confirmation again', async () => {
    const email = newEmail();
    await register(email);
    await mailbox.collect();
    await requestSignIn(it.core, { email, language: 'de' });
    const mail = await mailbox.collectOne();
    expect(pathIn(mail)).toMatch(/^\/confirm\//);
    expect(await confirmAddress(it.core, { token: tokenIn(mail) })).toMatchObject({ wasNew: true });
  });

  test('a day later the link is dead, and the account goes with its key', async () => {
    const email = newEmail();
    await register(email);
    const token = tokenIn(await mailbox.collectOne());
    const id = (await find(email))?.id;
    if (!id) throw new Error('not registered');
    it.world.advance(DAY_MS - HOUR_MS);
    expect(await deleteUnconfirmed(it.core)).toBe(0);
    it.world.advance(HOUR_MS + 1);
    await expect(confirmAddress(it.core, { token })).rejects.toMatchObject({ code: 'link-expired' });
    expect(await deleteUnconfirmed(it.core)).toBeGreaterThan(0);
    expect(await find(email)).toBeUndefined();
    expect(await it.core.keys.find(profileKeyId(id))).toBeUndefined();
    await expect(confirmAddress(it.core, { token })).rejects.toMatchObject({ code: 'link-broken' });
  });

  test('an account is kept while a later confirmation is still open, and a confirmed one for good', async () => {
    const [late, confirmed] = [newEmail(), newEmail()];
    const { principal } = await registerConfirmed(it.core, confirmed);
    await register(late);
    it.world.advance(20 * HOUR_MS);
    await register(late);
    await mailbox.collect();
    it.world.advance(20 * HOUR_MS);
    await deleteUnconfirmed(it.core);
    expect(await find(late)).toMatchObject({ status: 'unconfirmed' });
    expect(await find(confirmed)).toMatchObject({ status: 'active' });
    expect(await listSessions(it.core, principal)).toEqual([]);
  });

  test.each([
    '',
    'kein Zeichen',
    'a@b',
    'a@beispiel.at, b@beispiel.at',
    'a@beispiel.at\r\nBcc: b@beispiel.at',
  ])('no address: %j', async (email) => {
    await expect(register(email)).rejects.toMatchObject({ code: 'value-not-email' });
    expect(await mailbox.collect()).toEqual([]);
  });
});
