import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { confirmJoin } from '#app/core/relationship/confirm-join.ts';
import { HOUR_MS } from '#app/core/shared/calendar.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { pathIn, tokenIn } from '#tests/support/mailbox.ts';
import { type JoinDoor, openJoinDoor, SOURCE } from './join-door.ts';

describe.each(ENGINES)('the form of a join on %s', (engine) => {
  let it: JoinDoor;
  beforeAll(async () => {
    it = await openJoinDoor(engine);
  });
  afterAll(() => it.close());

  test('nothing is written before the button; then all of it at once, with both instants as evidence', async () => {
    const email = it.newEmail();
    const size = await it.logSize();
    const askedAt = it.world.now();
    expect(await it.join(await it.usualForm(email))).toEqual([]);
    expect(await it.logSize()).toBe(size);
    const mail = await it.mailbox.collectOne();
    expect(mail.to).toBe(email);
    expect(pathIn(mail)).toMatch(/^\/join\/confirm\/[\w-]{43}$/);

    const confirmedAt = it.world.advance(HOUR_MS);
    const { customerId, companyId, left, opened } = await confirmJoin(it.core, { token: tokenIn(mail) });
    expect(companyId).toBe(it.shop.company.id);
    expect(left).toEqual([]);
    expect(opened.session.principal).toBe(`customer:${customerId}`);
    expect(await it.standings(customerId)).toMatchObject({
      newsletter: {
        state: 'granted',
        fields: ['email', 'given-name', 'interests'],
        channels: ['email'],
        decidedAt: confirmedAt,
      },
      'test-rides': { state: 'refused', fields: [], channels: [] },
    });
    const own = await readOwn(it.core, customerId);
    expect(own['given-name']).toMatchObject({ value: 'Clara', source: 'join' });
    // Typed, but no yes covers it.
    expect(own.mobile).toBeUndefined();

    const events = await it.consentEvents(customerId);
    expect(events.map(({ kind }) => kind).sort()).toEqual(['granted', 'refused']);
    const card = await it.core.storage.read.purpose.card(
      (await it.shop.purpose('newsletter')).version.id,
      'de',
    );
    expect(events.find(({ kind }) => kind === 'granted')).toMatchObject({
      method: 'join',
      source: SOURCE,
      gpc: true,
      language: 'de',
      textHash: card?.textHash,
      noticeVersion: 1,
      evidence: {
        'asked-at': askedAt,
        'confirmed-at': confirmedAt,
        'address-confirmed': expect.stringContaining(`${mail.id} confirm-join/2`),
      },
    });
    await it.log.expectWhole();
  });

  test('says everything that has to be mended at once, and sends no mail', async () => {
    const advice = await it.answer('ride-advice', 'yes', { channels: [] });
    const rides = await it.answer('test-rides', 'yes');
    const service = await it.answer('service-reminder', 'yes', { fields: ['mobile'] });
    const problems = await it.join({
      email: 'kein-at',
      oldEnough: true,
      answers: [advice, rides, service],
      values: { 'postal-code': '12', mobile: '0660' },
    });
    const { purpose } = await it.shop.purpose('ride-advice');
    expect(problems).toContainEqual({ at: 'email' });
    expect(problems).toContainEqual({ at: 'answer', purposeId: purpose.id, code: 'channel-missing' });
    for (const [field, code] of [
      ['needs', 'value-missing'],
      ['country', 'value-missing'],
      ['frame-number', 'value-missing'],
      ['postal-code', 'value-not-postal-code'],
      ['mobile', 'value-not-phone'],
    ]) {
      expect(problems).toContainEqual({ at: 'value', field, code });
    }
    expect(problems).toHaveLength(7);
    expect(await it.mailbox.collect()).toEqual([]);
  });

  test('a yes to an old text is not taken', async () => {
    const old = await it.answer('service-reminder', 'yes', {});
    await it.shop.change('service-reminder');
    const problems = await it.join({
      email: it.newEmail(),
      oldEnough: true,
      answers: [old],
      values: { 'frame-number': 'AR 1' },
    });
    expect(problems).toMatchObject([{ at: 'answer', code: 'version-outdated' }]);
  });
});
