import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAccount } from '#app/core/sign-in/find-account.ts';
import { DEVICE_MS, greetDevice } from '#app/core/sign-in/greet-device.ts';
import { signOutEverywhere } from '#app/core/sign-in/sessions.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { createTestMailbox, type TestMailbox } from '#tests/support/mailbox.ts';
import { addTestStaff, registerConfirmed } from '#tests/support/register.ts';
import { rowsNaming } from '#tests/support/rows-naming.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

describe.each(ENGINES)('devices of an account on %s', (engine) => {
  let it: TestCore;
  let mailbox: TestMailbox;
  const seen = { browser: 'firefox', system: 'windows' } as const;
  const [phone, laptop, stranger] = ['p', 'l', 's'].map((sign) => sign.repeat(43)) as [
    string,
    string,
    string,
  ];

  beforeAll(async () => {
    it = await createTestCore(engine);
    mailbox = createTestMailbox(it.core);
  });
  afterAll(() => it.close());

  async function newAccount(email: string) {
    await registerConfirmed(it.core, email);
    const account = await findAccount(it.core, email, 'customer');
    if (!account) throw new Error('nobody');
    return account;
  }
  const subjects = async () => (await mailbox.collect()).map(({ subject }) => subject);

  test('the first one sends no mail, another one does once, also when it comes ten times at once', async () => {
    const account = await newAccount('eins@beispiel.at');
    await greetDevice(it.core, account, { deviceId: phone, seen });
    await greetDevice(it.core, account, { deviceId: phone, seen });
    expect(await subjects()).toEqual([]);
    const at = it.world.now();
    await Promise.all(
      Array.from({ length: 10 }, () => greetDevice(it.core, account, { deviceId: laptop, seen })),
    );
    const mail = await mailbox.collectOne();
    expect(mail).toMatchObject({ to: 'eins@beispiel.at', subject: 'Neues Gerät angemeldet' });
    expect(mail.text).toContain('Firefox, Windows');
    expect(mail.text).toContain(`/me/account/sessions\n`);
    expect(at <= it.world.now()).toBe(true);
    await greetDevice(it.core, account, { deviceId: laptop, seen });
    expect(await subjects()).toEqual([]);
  });

  test('what a device is stands nowhere, and two accounts on one device do not match', async () => {
    const [one, other] = [await newAccount('zwei@beispiel.at'), await newAccount('drei@beispiel.at')];
    for (const account of [one, other]) {
      await greetDevice(it.core, account, { deviceId: phone, seen });
      await greetDevice(it.core, account, { deviceId: stranger, seen });
    }
    const hash = (principal: string) => it.core.keys.blindIndex('device', `${principal}/${phone}`);
    expect(await rowsNaming(it.database, [phone, stranger, 'firefox', 'Firefox'])).toEqual({});
    expect(await rowsNaming(it.database, [hash(one.principal)])).toEqual({ 'known_device.device_hash': 1 });
    expect(hash(one.principal)).not.toBe(hash(other.principal));
    await mailbox.collect();
  });

  test('after "sign out everywhere" each of them is a new one, and the first of them is told of too', async () => {
    const account = await newAccount('vier@beispiel.at');
    await greetDevice(it.core, account, { deviceId: phone, seen });
    await signOutEverywhere(it.core, account.principal);
    await greetDevice(it.core, account, { deviceId: phone, seen });
    expect((await subjects()).sort()).toEqual(['Neues Gerät angemeldet', 'Überall abgemeldet'].sort());
    await greetDevice(it.core, account, { deviceId: phone, seen });
    expect(await subjects()).toEqual([]);
  });

  test('quietly it is only remembered; staff are told like everybody', async () => {
    const staff = await addTestStaff(it.core, 'olga@beispiel.at');
    const account = await findAccount(it.core, 'olga@beispiel.at', 'staff');
    if (!account) throw new Error('nobody');
    await greetDevice(it.core, account, { deviceId: phone, seen });
    await greetDevice(it.core, account, { deviceId: laptop, seen, quiet: true });
    await greetDevice(it.core, account, { deviceId: laptop, seen });
    expect(await subjects()).toEqual([]);
    await greetDevice(it.core, account, {
      deviceId: stranger,
      seen: { browser: 'unknown', system: 'unknown' },
    });
    const mail = await mailbox.collectOne();
    expect(mail.to).toBe(staff.email);
    expect(mail.text).toMatch(/\.test\/sessions\n/);
  });

  test('one that was not used for a year and more goes', async () => {
    const account = await newAccount('fuenf@beispiel.at');
    await greetDevice(it.core, account, { deviceId: phone, seen });
    const { core } = it;
    it.world.advance(DEVICE_MS);
    await core.storage.transact((tx) => tx.signIn.deleteDevices(core.world.now().slice(0, 10)));
    expect(await core.storage.read.signIn.devices(account.principal)).toEqual([]);
  });
});
