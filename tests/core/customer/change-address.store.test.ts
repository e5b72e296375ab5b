import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeAddress } from '#app/core/customer/change-address.ts';
import { confirmAddress } from '#app/core/customer/confirm-address.ts';
import { confirmNewAddress } from '#app/core/customer/confirm-new-address.ts';
import { resendConfirmation } from '#app/core/customer/resend-confirmation.ts';
import { DAY_MS, MINUTE_MS } from '#app/core/shared/calendar.ts';
import { requestSignIn } from '#app/core/sign-in/request-sign-in.ts';
import { listSessions } from '#app/core/sign-in/sessions.ts';
import { signInWithToken } from '#app/core/sign-in/sign-in-with-proof.ts';
import { deliverMail } from '#app/core/vault/doors/deliver-mail.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { createTestMailbox, type TestMailbox, tokenIn } from '#tests/support/mailbox.ts';
import { type RegisteredCustomer, registerConfirmed } from '#tests/support/register.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

describe.each(ENGINES)('another address on %s', (engine) => {
  let it: TestCore;
  let mailbox: TestMailbox;
  let count = 0;
  const newEmail = () => `adresse${++count}@beispiel.at`;
  const change = ({ customerId, opened }: RegisteredCustomer, email: string) =>
    changeAddress(it.core, { customerId, session: opened.session, email });
  const verified = async ({ customerId }: RegisteredCustomer) =>
    (await it.core.storage.read.customer.verifications(customerId)).some(
      ({ channel }) => channel === 'email',
    );

  /** Asks for the change and answers with the token that went to the new address. */
  async function ask(person: RegisteredCustomer, oldEmail: string, email: string): Promise<string> {
    await change(person, email);
    const [notice, confirmation, ...rest] = await mailbox.collect();
    expect(rest).toEqual([]);
    const byAddress = new Map([notice, confirmation].map((mail) => [mail?.to, mail]));
    const toNew = byAddress.get(email);
    const toOld = byAddress.get(oldEmail);
    if (!toNew || !toOld) throw new Error('both addresses get a mail');
    expect(toOld.text).not.toContain(email);
    expect(toOld.text).not.toMatch(/https?:/);
    return tokenIn(toNew);
  }

  beforeAll(async () => {
    it = await createTestCore(engine);
    mailbox = createTestMailbox(it.core);
  });
  afterAll(() => it.close());

  test('the old one stays until the new one is confirmed; e-mail permissions pause meanwhile', async () => {
    const [before, after] = [newEmail(), newEmail()];
    const person = await registerConfirmed(it.core, before);
    const token = await ask(person, before, after);
    expect(await deliverMail(it.core, person.customerId)).toBe(before);
    expect(await verified(person)).toBe(false);

    const other = await requestSignIn(it.core, { email: before, language: 'de' });
    const session = await signInWithToken(it.core, { token: tokenIn(await mailbox.collectOne()) });
    expect(other.requestId).not.toBe('');
    const opened = await confirmNewAddress(it.core, {
      token,
      customerId: person.customerId,
      session: session.opened.session,
    });
    expect(await deliverMail(it.core, person.customerId)).toBe(after);
    expect(await verified(person)).toBe(true);
    const live = await listSessions(it.core, person.principal);
    expect(live.map(({ idHash }) => idHash)).toEqual([opened.session.idHash]);

    await requestSignIn(it.core, { email: before, language: 'de' });
    // The old address hears that it is no longer the one, and nothing else.
    expect(await mailbox.collect()).toMatchObject([{ to: before }]);
    await requestSignIn(it.core, { email: after, language: 'de' });
    expect((await mailbox.collectOne()).to).toBe(after);
  });

  test('needs a fresh proof', async () => {
    const person = await registerConfirmed(it.core, newEmail());
    it.world.advance(5 * MINUTE_MS);
    await expect(change(person, newEmail())).rejects.toMatchObject({ code: 'step-up-needed' });
    expect(await verified(person)).toBe(true);
  });

  test('a mailed link to the old address is void after the change', async () => {
    const [before, after] = [newEmail(), newEmail()];
    const person = await registerConfirmed(it.core, before);
    const token = await ask(person, before, after);
    await requestSignIn(it.core, { email: before, language: 'de' });
    const old = tokenIn(await mailbox.collectOne());
    await confirmNewAddress(it.core, {
      token,
      customerId: person.customerId,
      session: person.opened.session,
    });
    await expect(signInWithToken(it.core, { token: old })).rejects.toMatchObject({ code: 'link-used' });
  });

  test('whoever owns a mistyped address does not get the account', async () => {
    const [before, typo, stranger] = [newEmail(), newEmail(), newEmail()];
    const person = await registerConfirmed(it.core, before);
    const intruder = await registerConfirmed(it.core, stranger);
    const token = await ask(person, before, typo);
    const { customerId, opened } = intruder;
    await expect(
      confirmNewAddress(it.core, { token, customerId, session: opened.session }),
    ).rejects.toMatchObject({ code: 'link-foreign' });
    await expect(
      confirmNewAddress(it.core, { token, customerId: person.customerId, session: opened.session }),
    ).rejects.toMatchObject({ code: 'link-foreign' });
    await expect(confirmAddress(it.core, { token })).rejects.toMatchObject({ code: 'link-broken' });
    expect(await deliverMail(it.core, person.customerId)).toBe(before);
  });

  test('only the last wish counts, and it can be taken back', async () => {
    const [before, first, second] = [newEmail(), newEmail(), newEmail()];
    const person = await registerConfirmed(it.core, before);
    const { customerId, opened } = person;
    const confirm = (token: string) =>
      confirmNewAddress(it.core, { token, customerId, session: opened.session });
    const firstToken = await ask(person, before, first);
    const secondToken = await ask(person, before, second);
    await expect(confirm(firstToken)).rejects.toMatchObject({ code: 'link-used' });
    await resendConfirmation(it.core, customerId);
    await expect(confirm(secondToken)).rejects.toMatchObject({ code: 'link-used' });
    const mail = await mailbox.collectOne();
    expect(mail.to).toBe(before);
    await confirmAddress(it.core, { token: tokenIn(mail) });
    expect(await verified(person)).toBe(true);
  });

  test('an address that another account has is not given away, and not said before its owner is there', async () => {
    const [mine, yours] = [newEmail(), newEmail()];
    const person = await registerConfirmed(it.core, mine);
    await registerConfirmed(it.core, yours);
    const token = await ask(person, mine, yours);
    const { customerId, opened } = person;
    await expect(
      confirmNewAddress(it.core, { token, customerId, session: opened.session }),
    ).rejects.toMatchObject({ code: 'address-taken' });
    expect(await deliverMail(it.core, customerId)).toBe(mine);
  });

  test('the same address is no change, and the link ends after a day', async () => {
    const email = newEmail();
    const person = await registerConfirmed(it.core, email);
    await expect(change(person, email.toUpperCase())).rejects.toMatchObject({ code: 'address-same' });
    const token = await ask(person, email, newEmail());
    it.world.advance(DAY_MS);
    const { customerId, opened } = person;
    await expect(
      confirmNewAddress(it.core, { token, customerId, session: opened.session }),
    ).rejects.toMatchObject({ code: 'link-expired' });
  });
});
