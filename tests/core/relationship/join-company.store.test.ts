import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantConsent } from '#app/core/consent/grant-consent.ts';
import { sayNo } from '#app/core/consent/say-no.ts';
import { deleteUnconfirmed } from '#app/core/customer/delete-unconfirmed.ts';
import { saveFields } from '#app/core/profile/save-fields.ts';
import type { JoinForm, RawAnswer } from '#app/core/relationship/check-join.ts';
import { confirmJoin } from '#app/core/relationship/confirm-join.ts';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import { joinCompany } from '#app/core/relationship/join-company.ts';
import { DAY_MS, HOUR_MS } from '#app/core/shared/calendar.ts';
import { openEntries } from '#app/core/vault/doors/open-evidence.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { ConsentRecord } from '#schema/ledger.ts';
import { createLogCheck, type LogCheck } from '#tests/support/check-log.ts';
import { addDemoCompany, type DemoCompany } from '#tests/support/demo-company.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { createTestMailbox, pathIn, type TestMailbox, tokenIn } from '#tests/support/mailbox.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

const SOURCE = '/join/alpenrad';

describe.each(ENGINES)('joining a company on %s', (engine) => {
  let it: TestCore;
  let mailbox: TestMailbox;
  let shop: DemoCompany;
  let log: LogCheck;
  let count = 0;
  const newEmail = () => `kunde${++count}@beispiel.at`;

  beforeAll(async () => {
    it = await createTestCore(engine);
    mailbox = createTestMailbox(it.core);
    shop = await addDemoCompany(it.core, 'alpenrad');
    log = createLogCheck(it);
  });
  afterAll(() => it.close());

  async function answer(slug: string, say: 'yes' | 'no', more: Partial<RawAnswer> = {}): Promise<RawAnswer> {
    const { purpose, version } = await shop.purpose(slug);
    return {
      purposeId: purpose.id,
      versionId: version.id,
      language: 'de',
      answer: say,
      fields: [],
      channels: ['email'],
      ...more,
    };
  }

  const join = (form: JoinForm) =>
    joinCompany(it.core, { companyId: shop.company.id, form, language: 'de', source: SOURCE, gpc: true });

  /** Yes to one purpose with one of its optional fields, no to another, the third is left open. */
  async function usualForm(email: string): Promise<JoinForm> {
    const yes = await answer('newsletter', 'yes', { fields: ['given-name', 'interests'] });
    const no = await answer('test-rides', 'no');
    return {
      email,
      answers: [yes, no],
      values: { 'given-name': ' Clara ', interests: ['repair'], mobile: '+43 660 1234567' },
    };
  }

  async function joined(form: JoinForm): Promise<string> {
    expect(await join(form)).toEqual([]);
    return tokenIn(await mailbox.collectOne());
  }

  async function standings(customerId: CustomerId) {
    const { read } = it.core.storage;
    const relationship = await read.relationship.findLive(customerId, shop.company.id);
    if (!relationship) return undefined;
    const entries: [string, unknown][] = [];
    for (const { purpose } of await read.purpose.current(shop.company.id)) {
      const consent = await read.consent.find(relationship.id, purpose.id);
      if (consent) entries.push([purpose.slug, consent.standing]);
    }
    return Object.fromEntries(entries);
  }

  async function consentEvents(customerId: CustomerId): Promise<ConsentRecord[]> {
    const entries = await it.core.storage.read.ledger.ofCustomer(customerId, 100);
    const opened = await openEntries(it.core, entries);
    return opened
      .map(({ record }) => record)
      .filter((record): record is ConsentRecord => 'standing' in record);
  }

  test('nothing is written before the button; then all of it at once, with both instants as evidence', async () => {
    const email = newEmail();
    const size = (await it.core.storage.read.ledger.state())?.size;
    const askedAt = it.world.now();
    expect(await join(await usualForm(email))).toEqual([]);
    expect((await it.core.storage.read.ledger.state())?.size).toBe(size);
    const mail = await mailbox.collectOne();
    expect(mail.to).toBe(email);
    expect(pathIn(mail)).toMatch(/^\/join\/confirm\/[\w-]{43}$/);

    const confirmedAt = it.world.advance(HOUR_MS);
    const { customerId, companyId, left, opened } = await confirmJoin(it.core, { token: tokenIn(mail) });
    expect(companyId).toBe(shop.company.id);
    expect(left).toEqual([]);
    expect(opened.session.principal).toBe(`customer:${customerId}`);
    expect(await standings(customerId)).toMatchObject({
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

    const events = await consentEvents(customerId);
    expect(events.map(({ kind }) => kind).sort()).toEqual(['granted', 'refused']);
    const card = await it.core.storage.read.purpose.card((await shop.purpose('newsletter')).version.id, 'de');
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
        'address-confirmed': expect.stringContaining(`${mail.id} confirm-join/1`),
      },
    });
    await log.expectWhole();
  });

  test('ten presses at once write once', async () => {
    const token = await joined(await usualForm(newEmail()));
    const presses = await Promise.allSettled(
      Array.from({ length: 10 }, () => confirmJoin(it.core, { token })),
    );
    const done = presses.flatMap((press) => (press.status === 'fulfilled' ? [press.value] : []));
    const refused = presses.flatMap((press) => (press.status === 'rejected' ? [press.reason.code] : []));
    expect(done).toHaveLength(1);
    expect(new Set(refused)).toEqual(new Set(['link-used']));
    const [first] = done;
    if (!first) throw new Error('nobody got through');
    expect(await consentEvents(first.customerId)).toHaveLength(2);
    expect(await it.core.storage.read.relationship.allOfCustomer(first.customerId)).toHaveLength(1);
    await log.expectWhole();
  });

  test('says everything that has to be mended at once, and sends no mail', async () => {
    const advice = await answer('ride-advice', 'yes', { channels: [] });
    const rides = await answer('test-rides', 'yes');
    const service = await answer('service-reminder', 'yes', { fields: ['mobile'] });
    const problems = await join({
      email: 'kein-at',
      answers: [advice, rides, service],
      values: { 'postal-code': '12', mobile: '0660' },
    });
    const { purpose } = await shop.purpose('ride-advice');
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
    expect(await mailbox.collect()).toEqual([]);
  });

  test('a yes to an old text is not taken', async () => {
    const old = await answer('service-reminder', 'yes', {});
    await shop.change('service-reminder');
    const problems = await join({ email: newEmail(), answers: [old], values: { 'frame-number': 'AR 1' } });
    expect(problems).toMatchObject([{ at: 'answer', code: 'version-outdated' }]);
  });

  test('a text that changes before the button is asked anew; a no to it holds', async () => {
    const yes = await answer('newsletter', 'yes');
    const no = await answer('service-reminder', 'no');
    const token = await joined({ email: newEmail(), answers: [yes, no], values: {} });
    await shop.change('newsletter');
    await shop.change('service-reminder');
    const { customerId, left } = await confirmJoin(it.core, { token });
    expect(left).toEqual([{ purposeId: yes.purposeId, why: 'asked-anew' }]);
    const held = await standings(customerId);
    expect(held?.newsletter).toBeUndefined();
    expect(held).toMatchObject({ 'service-reminder': { state: 'refused' } });
    expect(await consentEvents(customerId)).toMatchObject([
      { kind: 'refused', textHash: null, language: null },
    ]);
    await log.expectWhole();
  });

  test('a customer keeps the profile, the relationship and a no said since', async () => {
    const email = newEmail();
    const { customerId } = await registerConfirmed(it.core, email);
    await saveFields(it.core, customerId, { 'given-name': 'Maria' });
    const { id } = await connectCompany(it.core, {
      customerId,
      companyId: shop.company.id,
      source: 'directory',
    });
    const yes = await answer('newsletter', 'yes', { fields: ['given-name', 'needs'] });
    const rides = await answer('test-rides', 'yes');
    const values = { 'given-name': 'Mizzi', needs: ['new-bicycle'], country: 'at', 'postal-code': '6900' };
    const token = await joined({ email, answers: [yes, rides], values });

    it.world.advance(HOUR_MS);
    const context = {
      actor: { kind: 'customer', name: '' },
      method: 'web',
      source: '/me',
      language: 'de',
    } as const;
    const which = { customerId, companyId: shop.company.id };
    const { purpose, version } = await shop.purpose('newsletter');
    const choice = { fields: ['email' as const], channels: ['email' as const] };
    await grantConsent(it.core, { ...which, purposeId: purpose.id, versionId: version.id, choice }, context);
    await sayNo(it.core, { ...which, purposeId: purpose.id }, context);

    it.world.advance(HOUR_MS);
    const confirmed = await confirmJoin(it.core, { token });
    expect(confirmed.customerId).toBe(customerId);
    expect(confirmed.left).toEqual([{ purposeId: purpose.id, why: 'no-since' }]);
    expect(await standings(customerId)).toMatchObject({
      newsletter: { state: 'withdrawn' },
      'test-rides': { state: 'granted', fields: ['email', 'postal-region'] },
    });
    const own = await readOwn(it.core, customerId);
    expect(own['given-name']?.value).toBe('Maria');
    expect(own.needs?.value).toEqual(['new-bicycle']);
    const all = await it.core.storage.read.relationship.allOfCustomer(customerId);
    expect(all.map((relationship) => relationship.id)).toEqual([id]);
    await log.expectWhole();
  });

  test('a link that is old, used or not ours changes nothing', async () => {
    const token = await joined(await usualForm(newEmail()));
    const size = (await it.core.storage.read.ledger.state())?.size;
    it.world.advance(DAY_MS);
    await expect(confirmJoin(it.core, { token })).rejects.toMatchObject({ code: 'link-expired' });
    await expect(confirmJoin(it.core, { token: 'nonsense' })).rejects.toMatchObject({ code: 'link-broken' });
    expect((await it.core.storage.read.ledger.state())?.size).toBe(size);
    it.world.advance(1);
    expect(await deleteUnconfirmed(it.core)).toBe(1);
    await expect(confirmJoin(it.core, { token })).rejects.toMatchObject({ code: 'link-broken' });
    await log.expectWhole();
  });

  test('a button that fails half-way has done nothing and works again', async () => {
    const token = await joined(await usualForm(newEmail()));
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
    await log.expectWhole();
    const { customerId } = await confirmJoin(it.core, { token });
    expect(await consentEvents(customerId)).toHaveLength(2);
    await log.expectWhole();
  });
});
