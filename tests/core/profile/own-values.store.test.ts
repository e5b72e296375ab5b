import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyChannels } from '#app/core/customer/verify-channels.ts';
import {
  confirmFields,
  forgetEarlier,
  setFieldReminder,
  setReminders,
} from '#app/core/profile/confirm-fields.ts';
import { remindProfiles } from '#app/core/profile/remind-profiles.ts';
import { saveFields } from '#app/core/profile/save-fields.ts';
import { addMonths } from '#app/core/shared/calendar.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import type { CustomerId } from '#schema/ids.ts';
import { msOf } from '#schema/instant.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { createTestMailbox, type TestMailbox } from '#tests/support/mailbox.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

const DAY = 86_400_000;

describe.each(ENGINES)('own values on %s', (engine) => {
  let it: TestCore;
  let customerId: CustomerId;
  let mailbox: TestMailbox;
  beforeEach(async () => {
    it = await createTestCore(engine);
    ({ customerId } = await registerConfirmed(it.core, 'werte@beispiel.at'));
    mailbox = createTestMailbox(it.core);
    await mailbox.collect();
  });
  afterEach(() => it.close());

  const own = async () => readOwn(it.core, customerId);
  const save = (raw: Record<string, string>) => saveFields(it.core, customerId, raw);
  const advanceTo = (at: string) => it.world.advance(msOf(at as never) - msOf(it.world.now()));

  test('each change keeps what stood there before, newest first, at most twenty', async () => {
    const first = it.world.now();
    await save({ city: 'Wien' });
    const second = it.world.advance(DAY);
    await save({ city: 'Graz' });
    expect((await own()).city).toEqual({
      value: 'Graz',
      at: second,
      source: 'customer',
      verifiedAt: null,
      history: [{ value: 'Wien', at: first, source: 'customer', until: second }],
    });
    await save({ city: 'Graz' });
    expect((await own()).city?.history).toHaveLength(1);
    for (let round = 0; round < 25; round += 1) await save({ city: `Ort ${round}` });
    const history = (await own()).city?.history ?? [];
    expect(history).toHaveLength(20);
    expect(history[0]?.value).toBe('Ort 23');
  });

  test('earlier values go when asked, and with the value itself', async () => {
    await save({ city: 'Wien' });
    await save({ city: 'Graz' });
    await forgetEarlier(it.core, customerId, 'city');
    expect((await own()).city).toMatchObject({ value: 'Graz' });
    expect((await own()).city).not.toHaveProperty('history');
    await save({ city: 'Linz' });
    await save({ city: '' });
    expect((await own()).city).toBeUndefined();
    await save({ city: 'Linz' });
    expect((await own()).city).not.toHaveProperty('history');
  });

  test('another mobile number is no proved number, in the same moment; the same one stays proved', async () => {
    await save({ mobile: '+43 660 1111111' });
    await verifyChannels(it.core, customerId, ['sms', 'phone'], 'code');
    const proved = async () =>
      (await it.core.storage.read.customer.verifications(customerId)).map(({ channel }) => channel).sort();
    await save({ mobile: '0043 660 1111111', landline: '+43 1 22222222' });
    expect(await proved()).toEqual(['email', 'phone', 'sms']);
    await save({ mobile: '+43 660 3333333' });
    expect(await proved()).toEqual(['email']);
    await verifyChannels(it.core, customerId, ['sms', 'phone'], 'code');
    await save({ mobile: '' });
    expect(await proved()).toEqual(['email']);
  });

  test('a value a year old is asked about once, by one mail that names nothing; a yes begins the year anew', async () => {
    const entered = it.world.now();
    await save({ city: 'Wien', 'given-name': 'Clara' });
    advanceTo(addMonths(entered, 12));
    it.world.advance(-1);
    expect(await remindProfiles(it.core)).toBe(0);
    it.world.advance(1);
    expect(await remindProfiles(it.core)).toBe(1);
    expect(await remindProfiles(it.core)).toBe(0);
    const mails = await mailbox.collect();
    expect(mails.map(({ subject }) => subject)).toEqual(['Stimmen Ihre Angaben noch?']);
    expect(JSON.stringify(mails)).not.toMatch(/Wien|Clara/);
    expect(mails[0]?.text).toContain('/me/profile\n');

    await confirmFields(it.core, customerId, ['city']);
    expect((await own()).city).toMatchObject({ value: 'Wien', at: entered, confirmedAt: it.world.now() });
    advanceTo(addMonths(entered, 13));
    expect(await remindProfiles(it.core)).toBe(0);
    advanceTo(addMonths(entered, 24));
    expect(await remindProfiles(it.core)).toBe(1);
  });

  test('values that come of age one after the other make one mail in thirty days', async () => {
    const entered = it.world.now();
    await save({ city: 'Wien' });
    it.world.advance(DAY);
    await save({ 'given-name': 'Clara' });
    advanceTo(addMonths(entered, 12));
    expect(await remindProfiles(it.core)).toBe(1);
    it.world.advance(5 * DAY);
    expect(await remindProfiles(it.core)).toBe(0);
    it.world.advance(26 * DAY);
    expect(await remindProfiles(it.core)).toBe(1);
    expect(await remindProfiles(it.core)).toBe(0);
  });

  test('nobody is asked who switched it off, for one value or for all', async () => {
    const entered = it.world.now();
    await save({ city: 'Wien' });
    await setFieldReminder(it.core, customerId, 'city', false);
    // The address, entered at the start, is the only one left.
    await setFieldReminder(it.core, customerId, 'email', false);
    advanceTo(addMonths(entered, 13));
    expect(await remindProfiles(it.core)).toBe(0);
    await setFieldReminder(it.core, customerId, 'city', true);
    await save({ 'given-name': 'Clara' });
    await setReminders(it.core, customerId, false);
    it.world.advance(400 * DAY);
    expect(await remindProfiles(it.core)).toBe(0);
    await setReminders(it.core, customerId, true);
    expect(await remindProfiles(it.core)).toBe(1);
  });

  test('who switches it off while the mail is being written gets none', async () => {
    const entered = it.world.now();
    await save({ city: 'Wien' });
    advanceTo(addMonths(entered, 12));
    const { storage } = it.core;
    const dueReviews: typeof storage.read.profile.dueReviews = async (at, limit) => {
      const due = await storage.read.profile.dueReviews(at, limit);
      await setReminders(it.core, customerId, false);
      return due;
    };
    const read = { ...storage.read, profile: { ...storage.read.profile, dueReviews } };
    expect(await remindProfiles({ ...it.core, storage: { ...storage, read } })).toBe(0);
    expect(await mailbox.collect()).toEqual([]);
  });
});
