import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordNo, type StaffMethod } from '#app/core/consent/record-no.ts';
import { takeEverythingBack } from '#app/core/consent/take-everything-back.ts';
import { undoTakenBack } from '#app/core/consent/undo-taken-back.ts';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import { endRelationship } from '#app/core/relationship/end-relationship.ts';
import { addMonths, DAY_MS } from '#app/core/shared/calendar.ts';
import { addStaff } from '#app/core/staff/add-staff.ts';
import { addDemoCompany } from '#tests/support/demo-company.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { type Counter, openCounter, WEB } from './counter.ts';

describe.each(ENGINES)('a no on %s', (engine) => {
  let it: Counter;
  beforeEach(async () => {
    it = await openCounter(engine);
  });
  afterEach(async () => {
    await it.log.expectWhole();
    await it.close();
  });

  const marketerOf = (companyId: Counter['shop']['company']['id'], name = 'Tobias') =>
    addStaff(it.core, {
      companyId,
      email: `${name.toLowerCase()}@firm.example`,
      name,
      roles: ['marketer'],
      language: 'de',
    });

  test('to what was never decided refuses it, once, and locks the question for six months', async () => {
    const at = it.world.now();
    await it.no('newsletter');
    it.world.advance(DAY_MS);
    expect((await it.no('newsletter')).index).toBeNull();
    expect(await it.standing('newsletter')).toMatchObject({ state: 'refused', decidedAt: at });
    expect(await it.may('newsletter')).toMatchObject({
      allowed: false,
      reason: 'refused',
      askAgainAt: addMonths(at, 6),
    });
    expect(await it.events('newsletter')).toHaveLength(1);
  });

  test('to a running grant withdraws all of it at once', async () => {
    await it.yes('newsletter', { fields: ['email', 'given-name'] });
    const { index, before } = await it.no('newsletter');
    expect(before?.standing.state).toBe('granted');
    expect(await it.standing('newsletter')).toMatchObject({ state: 'withdrawn', fields: [], channels: [] });
    expect(await it.may('newsletter')).toMatchObject({ allowed: false, reason: 'withdrawn', fields: [] });
    expect((await it.events('newsletter')).at(-1)).toMatchObject({ kind: 'withdrawn', evidence: {} });
    expect(await it.core.storage.read.ledger.entry(index ?? -1)).toMatchObject({ kind: 'withdrawn' });
  });

  test('clears the facts that the grant had opened, in the same commit', async () => {
    const { factId } = await it.relationship();
    await it.yes('test-rides');
    expect(await it.core.storage.read.fact.find(factId)).toHaveProperty('postal-region');
    await it.no('test-rides');
    expect(await it.core.storage.read.fact.find(factId)).toEqual({});
  });

  test('to an objection purpose stops it; allowed again it runs as before', async () => {
    expect(await it.may('similar-products')).toMatchObject({ allowed: true, reason: 'open' });
    await it.no('similar-products');
    expect(await it.may('similar-products')).toMatchObject({ allowed: false, reason: 'objected' });
    await it.yes('similar-products');
    expect(await it.standing('similar-products')).toMatchObject({ state: 'open' });
    expect(await it.may('similar-products')).toMatchObject({ allowed: true, reason: 'open' });
    expect((await it.events('similar-products')).map(({ kind }) => kind)).toEqual(['objected', 'granted']);
  });

  test.each<StaffMethod>(['letter', 'phone', 'till'])(
    'by %s is written down by staff without proof and cannot be clicked away',
    async (method) => {
      await it.yes('newsletter');
      const staff = await marketerOf(it.shop.company.id);
      const { subject } = await it.relationship();
      const { purpose } = await it.shop.purpose('newsletter');
      const source = 'Brief vom 3. Mai';
      const [applied] = await recordNo(it.core, { staff, subject, purposeId: purpose.id, method, source });
      const event = (await it.events('newsletter')).at(-1);
      expect(event).toMatchObject({
        kind: 'withdrawn',
        actor: { kind: 'staff', name: staff.pseudonym },
        method,
        source,
        textHash: null,
        language: null,
      });
      expect(await it.may('newsletter')).toMatchObject({ allowed: false });
      await expect(it.undo('newsletter', applied?.index ?? null)).rejects.toMatchObject({
        code: 'nothing-to-undo',
      });
    },
  );

  test('to everything, by letter, reaches every purpose that has a choice', async () => {
    await it.yes('newsletter');
    const staff = await marketerOf(it.shop.company.id);
    const { subject } = await it.relationship();
    await recordNo(it.core, { staff, subject, method: 'letter', source: 'Brief 7' });
    for (const slug of ['newsletter', 'test-rides', 'service-reminder', 'ride-advice', 'similar-products'])
      expect(await it.may(slug)).toMatchObject({ allowed: false });
    expect(await it.standing('warranty')).toBeUndefined();
  });

  test('staff write nothing down any more about somebody who has left the company', async () => {
    await it.yes('newsletter');
    const staff = await marketerOf(it.shop.company.id);
    const { subject } = await it.relationship();
    await endRelationship(it.core, { customerId: it.customerId, companyId: it.shop.company.id }, WEB);
    const note = { staff, subject, method: 'letter', source: 'Brief 8' } as const;
    await expect(recordNo(it.core, note)).rejects.toMatchObject({ code: 'not-connected' });
    // Connected anew, the person is another one to the company: the old number finds nobody.
    await connectCompany(it.core, {
      customerId: it.customerId,
      companyId: it.shop.company.id,
      source: 'directory',
    });
    const size = await it.size();
    await expect(recordNo(it.core, note)).rejects.toMatchObject({ code: 'not-connected' });
    expect(await it.size()).toBe(size);
  });

  test('staff of another company find neither the person nor the purpose', async () => {
    const other = await addDemoCompany(it.core, 'rheinstrom');
    const stranger = await marketerOf(other.company.id, 'Lena');
    const own = await marketerOf(it.shop.company.id);
    const { subject } = await it.relationship();
    const foreign = (await other.purpose('energy-tips')).purpose.id;
    const note = { method: 'phone', source: 'x' } as const;
    await expect(recordNo(it.core, { staff: stranger, subject, ...note })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(
      recordNo(it.core, { staff: own, subject, purposeId: foreign, ...note }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await it.standing('newsletter')).toBeUndefined();
  });

  test('to everything leaves what was never decided undecided, and is undone as one', async () => {
    await it.yes('newsletter');
    await it.yes('test-rides');
    const which = { customerId: it.customerId, companyId: it.shop.company.id };
    const applied = await takeEverythingBack(it.core, which, WEB);
    const indices = applied.map(({ index }) => index ?? -1);
    expect(applied.map(({ consent }) => consent.standing.state).sort()).toEqual([
      'objected',
      'withdrawn',
      'withdrawn',
    ]);
    expect(await it.standing('ride-advice')).toBeUndefined();
    expect(await takeEverythingBack(it.core, which, WEB)).toEqual([]);

    const back = { customerId: it.customerId, first: Math.min(...indices), last: Math.max(...indices) };
    await it.no('ride-advice');
    await undoTakenBack(it.core, back, WEB);
    expect(await it.may('newsletter')).toMatchObject({ allowed: true });
    expect(await it.may('test-rides')).toMatchObject({ allowed: true });
    expect(await it.may('similar-products')).toMatchObject({ allowed: true });
    expect(await it.standing('ride-advice')).toMatchObject({ state: 'refused' });
    await expect(undoTakenBack(it.core, back, WEB)).rejects.toMatchObject({ code: 'nothing-to-undo' });
  });
});
