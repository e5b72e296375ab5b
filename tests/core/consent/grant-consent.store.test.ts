import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { grantPending } from '#app/core/consent/grant-pending.ts';
import { answerAge } from '#app/core/customer/answer-age.ts';
import { confirmAddress } from '#app/core/customer/confirm-address.ts';
import { registerCustomer } from '#app/core/customer/register-customer.ts';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import { addMonths } from '#app/core/shared/calendar.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import type { PurposeId } from '#schema/ids.ts';
import { addDemoCompany } from '#tests/support/demo-company.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { createTestMailbox, tokenIn } from '#tests/support/mailbox.ts';
import { type Counter, counterOf, openCounter, WEB } from './counter.ts';

describe.each(ENGINES)('a yes on %s', (engine) => {
  let it: Counter;
  beforeEach(async () => {
    it = await openCounter(engine);
  });
  afterEach(async () => {
    await it.log.expectWhole();
    await it.close();
  });

  test('grants what is required and what was chosen, and says which text was read, when and how', async () => {
    const at = it.world.advance(60_000);
    const { index } = await it.yes(
      'test-rides',
      { fields: ['interests', 'postal-region', 'email'], channels: ['email'] },
      { gpc: true, language: 'en' },
    );
    const { version } = await it.shop.purpose('test-rides');
    const standing = {
      state: 'granted',
      versionId: version.id,
      // In the order of the text, whatever the form's.
      fields: ['email', 'postal-region', 'interests'],
      channels: ['email'],
      decidedAt: at,
      expiresAt: addMonths(at, 12),
    };
    expect(await it.standing('test-rides')).toEqual(standing);
    const card = await it.core.storage.read.purpose.card(version.id, 'en');
    const [event, ...others] = await it.events('test-rides');
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      kind: 'granted',
      at,
      standing,
      version: version.version,
      textHash: card?.textHash,
      language: 'en',
      noticeVersion: 1,
      actor: { kind: 'customer', name: '' },
      method: 'web',
      source: WEB.source,
      supersedes: null,
      gpc: true,
      subject: (await it.relationship()).subject,
    });
    expect(event?.evidence['address-confirmed']).toMatch(/^button behind a mailed link; asked .*; pressed /);
    expect(await it.core.storage.read.ledger.entry(index ?? -1)).toMatchObject({
      kind: 'granted',
      method: 'web',
      channel: 'email',
    });
    expect(await it.may('test-rides')).toMatchObject({
      allowed: true,
      reason: 'granted',
      fields: standing.fields,
    });
  });

  test.each([
    ['a required field left out', { fields: ['email'] as const }, 'required-field-missing', 'postal-region'],
    [
      'a field nobody asked for',
      { fields: ['email', 'postal-region', 'landline'] as const },
      'field-not-asked',
      'landline',
    ],
    ['a channel nobody asked for', { channels: ['phone'] as const }, 'channel-not-asked', 'phone'],
    ['no channel', { channels: [] }, 'channel-missing', undefined],
  ])('%s is refused by name and nothing is written', async (_, yes, code, named) => {
    const size = await it.size();
    const refused = it.yes('test-rides', yes);
    await expect(refused).rejects.toMatchObject({ code });
    if (named)
      await expect(refused).rejects.toMatchObject({
        details: expect.toSatisfy((d) => Object.values(d).includes(named)),
      });
    expect(await it.size()).toBe(size);
    expect(await it.standing('test-rides')).toBeUndefined();
  });

  test('a value that is missing is asked for, and saved with the yes or not at all', async () => {
    await expect(it.yes('service-reminder')).rejects.toMatchObject({
      code: 'value-missing',
      details: { field: 'frame-number' },
    });
    const values = { 'frame-number': 'WTU123K4567' };
    // The yes does not fit, so the value must not stay behind.
    await expect(it.yes('service-reminder', { values, channels: ['post'] })).rejects.toMatchObject({
      code: 'channel-not-asked',
    });
    expect((await readOwn(it.core, it.customerId))['frame-number']).toBeUndefined();
    // The value does not fit, so the yes must not hold.
    await expect(
      it.yes('service-reminder', { values: { 'frame-number': 'x'.repeat(500) } }),
    ).rejects.toThrow();
    expect(await it.standing('service-reminder')).toBeUndefined();

    await it.yes('service-reminder', { values });
    expect((await readOwn(it.core, it.customerId))['frame-number']).toMatchObject({ value: 'WTU123K4567' });
    expect(await it.standing('service-reminder')).toMatchObject({ state: 'granted' });
  });

  test('said twice it is one event; another choice is a change; a narrower one takes back the rest', async () => {
    const first = await it.yes('newsletter', { fields: ['email', 'given-name'] });
    expect((await it.yes('newsletter', { fields: ['given-name', 'email'] })).index).toBeNull();
    const second = await it.yes('newsletter', { fields: ['email', 'given-name', 'interests'] });
    const third = await it.yes('newsletter', { fields: ['email'] });
    expect((await it.events('newsletter')).map(({ kind, supersedes }) => [kind, supersedes])).toEqual([
      ['granted', null],
      ['changed', first.index],
      ['changed', second.index],
    ]);
    expect(third.before?.standing.fields).toEqual(['email', 'given-name', 'interests']);
    expect(await it.may('newsletter')).toMatchObject({ allowed: true, fields: ['email'] });
  });

  test('a change keeps the end of a running yes: who gives less does not find it prolonged', async () => {
    await it.yes('test-rides', { fields: ['email', 'postal-region', 'given-name'] });
    const end = addMonths(it.world.now(), 12);
    it.world.advance(90 * 86_400_000);
    await it.yes('test-rides', { fields: ['email', 'postal-region'] });
    expect(await it.standing('test-rides')).toMatchObject({
      fields: ['email', 'postal-region'],
      expiresAt: end,
    });
    // Longer only where it is chosen.
    const later = it.world.now();
    await it.yes('test-rides', { fields: ['email', 'postal-region'], months: 12 });
    expect(await it.standing('test-rides')).toMatchObject({ expiresAt: addMonths(later, 12) });
  });

  test('to a text that is no longer asked for is refused', async () => {
    const { version } = await it.shop.purpose('newsletter');
    await it.shop.change('newsletter');
    await expect(it.yes('newsletter', { versionId: version.id })).rejects.toMatchObject({
      code: 'version-outdated',
    });
  });

  test('to a purpose without a choice is refused; so is a no', async () => {
    const profile = { fields: [], channels: [] };
    await expect(it.yes('warranty', profile)).rejects.toMatchObject({ code: 'purpose-has-no-choice' });
    await expect(it.no('warranty')).rejects.toMatchObject({ code: 'purpose-has-no-choice' });
    expect(await it.standing('warranty')).toBeUndefined();
  });

  test("another company's purpose and one that does not exist are one and the same answer", async () => {
    const other = await addDemoCompany(it.core, 'rheinstrom');
    const { purpose } = await other.purpose('energy-tips');
    const foreign = { ...it.shop, purpose: async () => other.purpose('energy-tips') };
    const wrong = counterOf(it, foreign, it.customerId);
    const absent = {
      ...it.shop,
      purpose: async (slug: string) => {
        const known = await it.shop.purpose(slug);
        return { ...known, purpose: { ...known.purpose, id: 'f'.repeat(32) as PurposeId } };
      },
    };
    const missing = counterOf(it, absent, it.customerId);
    const acts = [wrong, missing].flatMap((one) => [() => one.yes('newsletter'), () => one.no('newsletter')]);
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'not-found', details: {} });
    // A company that the customer never connected with.
    const stranger = counterOf(it, other, it.customerId);
    await expect(stranger.no('energy-tips')).rejects.toMatchObject({ code: 'not-connected' });
    expect(purpose.companyId).toBe(other.company.id);
  });

  test('before the address is confirmed it waits; the confirmation grants it with its own evidence', async () => {
    await registerCustomer(it.core, { email: 'neu@beispiel.at', language: 'de' });
    const { read } = it.core.storage;
    const customer = await read.customer.findByEmailIndex(
      it.core.keys.blindIndex('email', 'neu@beispiel.at'),
    );
    if (!customer) throw new Error('registered');
    await connectCompany(it.core, { customerId: customer.id, companyId: it.shop.company.id, source: 'x' });
    const fresh = counterOf(it, it.shop, customer.id);
    await answerAge(it.core, { customerId: customer.id, limit: 14, yes: true });
    await fresh.yes('newsletter');
    expect(await fresh.standing('newsletter')).toMatchObject({ state: 'pending' });
    expect(await fresh.may('newsletter')).toMatchObject({ allowed: false, fields: [], channels: [] });
    expect((await fresh.events('newsletter'))[0]?.evidence).toEqual({ 'fourteen-or-older': it.world.now() });

    it.world.advance(60_000);
    const token = tokenIn(await createTestMailbox(it.core).collectOne());
    const { how } = await confirmAddress(it.core, { token });
    await it.core.sequencer.submit((act) =>
      grantPending(it.core, act, customer.id, { ...WEB, language: null, method: 'mail-link' }),
    );
    expect(await fresh.standing('newsletter')).toMatchObject({ state: 'granted', decidedAt: it.world.now() });
    const events = await fresh.events('newsletter');
    expect(events.map(({ kind }) => kind)).toEqual(['pending', 'granted']);
    expect(events[1]?.evidence).toEqual({ 'address-confirmed': how });
    expect(await fresh.may('newsletter', 'email')).toMatchObject({ allowed: true });
  });
});
