import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantConsent } from '#app/core/consent/grant-consent.ts';
import { sayNo } from '#app/core/consent/say-no.ts';
import { deleteUnconfirmed } from '#app/core/customer/delete-unconfirmed.ts';
import { saveFields } from '#app/core/profile/save-fields.ts';
import { confirmJoin } from '#app/core/relationship/confirm-join.ts';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import { endRelationship } from '#app/core/relationship/end-relationship.ts';
import { DAY_MS, HOUR_MS } from '#app/core/shared/calendar.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { type JoinDoor, openJoinDoor } from './join-door.ts';

describe.each(ENGINES)('the button of a join on %s', (engine) => {
  let it: JoinDoor;
  beforeAll(async () => {
    it = await openJoinDoor(engine);
  });
  afterAll(() => it.close());

  test('ten presses at once write once', async () => {
    const token = await it.joined(await it.usualForm(it.newEmail()));
    const presses = await Promise.allSettled(
      Array.from({ length: 10 }, () => confirmJoin(it.core, { token })),
    );
    const done = presses.flatMap((press) => (press.status === 'fulfilled' ? [press.value] : []));
    const refused = presses.flatMap((press) => (press.status === 'rejected' ? [press.reason.code] : []));
    expect(done).toHaveLength(1);
    expect(new Set(refused)).toEqual(new Set(['link-used']));
    const [first] = done;
    if (!first) throw new Error('nobody got through');
    expect(await it.consentEvents(first.customerId)).toHaveLength(2);
    expect(await it.core.storage.read.relationship.allOfCustomer(first.customerId)).toHaveLength(1);
    await it.log.expectWhole();
  });

  test('a text that changes before the button is asked anew; a no to it holds', async () => {
    const yes = await it.answer('newsletter', 'yes');
    const no = await it.answer('service-reminder', 'no');
    const token = await it.joined({ email: it.newEmail(), oldEnough: true, answers: [yes, no], values: {} });
    await it.shop.change('newsletter');
    await it.shop.change('service-reminder');
    const { customerId, left } = await confirmJoin(it.core, { token });
    expect(left).toEqual([{ purposeId: yes.purposeId, why: 'asked-anew' }]);
    const held = await it.standings(customerId);
    expect(held?.newsletter).toBeUndefined();
    expect(held).toMatchObject({ 'service-reminder': { state: 'refused' } });
    expect(await it.consentEvents(customerId)).toMatchObject([
      { kind: 'refused', textHash: null, language: null },
    ]);
    await it.log.expectWhole();
  });

  test('a customer keeps the profile, the relationship and a no said since', async () => {
    const email = it.newEmail();
    const { customerId } = await registerConfirmed(it.core, email);
    await saveFields(it.core, customerId, { 'given-name': 'Maria' });
    const { id } = await connectCompany(it.core, {
      customerId,
      companyId: it.shop.company.id,
      source: 'directory',
    });
    const yes = await it.answer('newsletter', 'yes', { fields: ['given-name', 'needs'] });
    const rides = await it.answer('test-rides', 'yes');
    const values = { 'given-name': 'Mizzi', needs: ['new-bicycle'], country: 'at', 'postal-code': '6900' };
    const token = await it.joined({ email, oldEnough: true, answers: [yes, rides], values });

    it.world.advance(HOUR_MS);
    const context = {
      actor: { kind: 'customer', name: '' },
      method: 'web',
      source: '/me',
      language: 'de',
    } as const;
    const which = { customerId, companyId: it.shop.company.id };
    const { purpose, version } = await it.shop.purpose('newsletter');
    const choice = { fields: ['email' as const], channels: ['email' as const] };
    await grantConsent(it.core, { ...which, purposeId: purpose.id, versionId: version.id, choice }, context);
    await sayNo(it.core, { ...which, purposeId: purpose.id }, context);

    it.world.advance(HOUR_MS);
    const confirmed = await confirmJoin(it.core, { token });
    expect(confirmed.customerId).toBe(customerId);
    expect(confirmed.left).toEqual([{ purposeId: purpose.id, why: 'no-since' }]);
    expect(await it.standings(customerId)).toMatchObject({
      newsletter: { state: 'withdrawn' },
      'test-rides': { state: 'granted', fields: ['email', 'postal-region'] },
    });
    const own = await readOwn(it.core, customerId);
    expect(own['given-name']?.value).toBe('Maria');
    expect(own.needs?.value).toEqual(['new-bicycle']);
    const all = await it.core.storage.read.relationship.allOfCustomer(customerId);
    expect(all.map((relationship) => relationship.id)).toEqual([id]);
    await it.log.expectWhole();
  });

  test('who has left since sending the form is back by the button, and has said yes to nothing', async () => {
    const email = it.newEmail();
    const { customerId } = await registerConfirmed(it.core, email);
    const which = { customerId, companyId: it.shop.company.id };
    await connectCompany(it.core, { ...which, source: 'directory' });
    const rides = await it.answer('test-rides', 'yes');
    const values = { country: 'at', 'postal-code': '6900' };
    const token = await it.joined({ email, oldEnough: true, answers: [rides], values });
    it.world.advance(HOUR_MS);
    const left = {
      actor: { kind: 'customer', name: '' },
      method: 'web',
      source: '/me',
      language: 'de',
    } as const;
    await endRelationship(it.core, which, left);
    it.world.advance(HOUR_MS);
    const confirmed = await confirmJoin(it.core, { token });
    expect(confirmed.left).toEqual([{ purposeId: rides.purposeId, why: 'no-since' }]);
    expect((await it.standings(customerId))['test-rides']).toBeUndefined();
    await it.log.expectWhole();
  });

  test('a link that is old, used or not ours changes nothing', async () => {
    const token = await it.joined(await it.usualForm(it.newEmail()));
    const size = await it.logSize();
    it.world.advance(DAY_MS);
    await expect(confirmJoin(it.core, { token })).rejects.toMatchObject({ code: 'link-expired' });
    await expect(confirmJoin(it.core, { token: 'nonsense' })).rejects.toMatchObject({ code: 'link-broken' });
    expect(await it.logSize()).toBe(size);
    it.world.advance(1);
    expect(await deleteUnconfirmed(it.core)).toBe(1);
    await expect(confirmJoin(it.core, { token })).rejects.toMatchObject({ code: 'link-broken' });
    await it.log.expectWhole();
  });

  test('a button that fails half-way has done nothing and works again', async () => {
    const token = await it.joined(await it.usualForm(it.newEmail()));
    const { sequencer } = it.core;
    const failing = {
      ...it.core,
      sequencer: {
        ...sequencer,
        submit: <T>(act: Parameters<typeof sequencer.submit<T>>[0]) =>
          sequencer.submit<T>(async (context) => {
            await act(context);
            throw new Error('power cut');
          }),
      },
    };
    await expect(confirmJoin(failing, { token })).rejects.toThrow('power cut');
    await it.log.expectWhole();
    const { customerId } = await confirmJoin(it.core, { token });
    expect(await it.consentEvents(customerId)).toHaveLength(2);
    await it.log.expectWhole();
  });
});
