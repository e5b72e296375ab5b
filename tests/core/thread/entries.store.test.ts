import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eraseCustomer } from '#app/core/erasure/erase-customer.ts';
import { recordInteraction } from '#app/core/interaction/record-interaction.ts';
import { endRelationship } from '#app/core/relationship/end-relationship.ts';
import { addMonths, DAY_MS } from '#app/core/shared/calendar.ts';
import { addStaff } from '#app/core/staff/add-staff.ts';
import { openInteractions } from '#app/core/vault/doors/open-dialogue.ts';
import { dialogueKeyId } from '#app/core/vault/places.ts';
import { keepRelationship } from '#app/core/yearly/keep-relationship.ts';
import { remindYearly, wantYearlyReminder } from '#app/core/yearly/yearly-reminder.ts';
import { addDemoCompany } from '#tests/support/demo-company.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { createTestMailbox } from '#tests/support/mailbox.ts';
import { WEB } from '../consent/counter.ts';
import { type Desk, openDesk } from './desk.ts';

describe.each(ENGINES)('entries and the yearly look on %s', (engine) => {
  let it: Desk;
  beforeEach(async () => {
    it = await openDesk(engine);
  });
  afterEach(async () => {
    await it.log.expectWhole();
    await it.close();
  });

  const record = async (change: Partial<Parameters<typeof recordInteraction>[1]> = {}) => {
    const { subject } = await it.relationship();
    const { purpose } = await it.shop.purpose('newsletter');
    await recordInteraction(it.core, {
      staff: it.marketer,
      subject,
      purposeId: purpose.id,
      kind: 'visit',
      happenedOn: it.world.now().slice(0, 10),
      text: 'War im Laden.',
      ...change,
    });
  };
  const entries = async () => it.core.storage.read.interaction.ofCustomer(it.customerId);

  test('staff write down what happened with somebody they may see, and with nobody else', async () => {
    await expect(record()).rejects.toMatchObject({ code: 'not-found' });
    await it.yes('newsletter');
    await record();
    const [entry] = await openInteractions(it.core, await entries());
    expect(entry).toMatchObject({ kind: 'visit', text: 'War im Laden.', staffId: it.marketer.id });
    expect((await entries())[0]?.sealed.includes('Laden')).toBe(false);
    await it.no('newsletter');
    await expect(record()).rejects.toMatchObject({ code: 'not-found' });
    expect(await entries()).toHaveLength(1);
  });

  test('a day to come, a day that never was and an empty text are refused', async () => {
    await it.yes('newsletter');
    const tomorrow = it.world.now().replace(/-02T.*/, '-03');
    await expect(record({ happenedOn: tomorrow })).rejects.toMatchObject({ code: 'day-in-future' });
    await expect(record({ happenedOn: '2025-02-30' })).rejects.toMatchObject({ code: 'day-unknown' });
    await expect(record({ text: '\u0007 ' })).rejects.toMatchObject({ code: 'text-missing' });
    await expect(record({ text: 'x'.repeat(501) })).rejects.toMatchObject({ code: 'text-too-long' });
  });

  test('officers, other companies and other companies’ purposes write nothing down; a form counts once', async () => {
    await it.yes('newsletter');
    const other = await addDemoCompany(it.core, 'rheinstrom');
    const stranger = await addStaff(it.core, {
      companyId: other.company.id,
      email: 'fremd@rheinstrom.example',
      name: 'Lena',
      roles: ['marketer'],
      language: 'de',
    });
    const { purpose } = await other.purpose('energy-tips');
    for (const change of [{ staff: it.officer }, { staff: stranger }, { purposeId: purpose.id }])
      await expect(record(change)).rejects.toMatchObject({ code: 'not-found' });
    const intent = { key: randomUUID(), actor: 'a', route: '/r', bodyHash: 'h' };
    await Promise.all([record({ intent }), record({ intent }), record({ intent })]);
    expect(await entries()).toHaveLength(1);
  });

  test('a disagreement stays with the entry, and only with the customer’s own', async () => {
    await it.yes('newsletter');
    await record();
    const [entry] = await entries();
    const about = { target: 'entry', id: entry?.id ?? '' } as const;
    await it.start({ concern: 'question', about });
    expect(await it.core.storage.read.thread.statementsOfCustomer(it.customerId)).toEqual([]);
    await it.start({ concern: 'disagreement', text: 'War ich nicht.', about });
    const [statement] = await it.core.storage.read.thread.statementsOfCustomer(it.customerId);
    expect(statement).toMatchObject({ target: 'entry', targetId: entry?.id });
    const foreign = { target: 'entry', id: it.core.world.newId() } as const;
    await expect(it.start({ about: foreign })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a reminder comes once a year, whoever asks for it and however often the job runs', async () => {
    const box = createTestMailbox(it.core);
    expect(await remindYearly(it.core)).toBe(0);
    await wantYearlyReminder(it.core, it.customerId, true);
    await wantYearlyReminder(it.core, it.customerId, true);
    it.world.set(addMonths(it.world.now(), 12));
    it.world.advance(-1);
    expect(await remindYearly(it.core)).toBe(0);
    it.world.advance(1);
    expect((await Promise.all([remindYearly(it.core), remindYearly(it.core)])).sort()).toEqual([0, 1]);
    expect((await box.collectOne()).subject).toContain('Einmal im Jahr');
    it.world.advance(DAY_MS);
    expect(await remindYearly(it.core)).toBe(0);
    await wantYearlyReminder(it.core, it.customerId, false);
    it.world.set(addMonths(it.world.now(), 24));
    expect(await remindYearly(it.core)).toBe(0);
  });

  test('keeping is a day and nothing else: no answer changes, no term grows', async () => {
    await it.yes('newsletter');
    const before = await it.standing('newsletter');
    const size = await it.size();
    const which = { customerId: it.customerId, companyId: it.shop.company.id };
    it.world.advance(DAY_MS);
    await keepRelationship(it.core, which);
    expect(await it.core.storage.read.yearly.kept(it.customerId)).toMatchObject([
      { keptAt: it.world.now(), companyId: it.shop.company.id },
    ]);
    expect(await it.standing('newsletter')).toEqual(before);
    expect(await it.size()).toBe(size);
    const { company } = await addDemoCompany(it.core, 'rheinstrom');
    await expect(keepRelationship(it.core, { ...which, companyId: company.id })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  const left = async () => {
    const { thread, interaction, yearly } = it.core.storage.read;
    return [
      ...(await thread.ofCustomer(it.customerId, 10)),
      ...(await thread.statementsOfCustomer(it.customerId)),
      ...(await interaction.ofCustomer(it.customerId)),
      ...(await yearly.kept(it.customerId)),
    ];
  };

  test('leaving the company ends the conversation for both and removes every word of it', async () => {
    await it.yes('newsletter');
    await record();
    const id = await it.start();
    const which = { customerId: it.customerId, companyId: it.shop.company.id };
    await keepRelationship(it.core, which);
    expect(await left()).toHaveLength(3);
    await endRelationship(it.core, which, WEB);
    expect(await left()).toEqual([]);
    await expect(it.answer(id)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('erasing the account removes it too and destroys the key', async () => {
    await it.start();
    await wantYearlyReminder(it.core, it.customerId, true);
    const { id } = await it.relationship();
    await eraseCustomer(it.core, it.customerId, WEB);
    expect(await left()).toEqual([]);
    expect(await it.core.storage.read.yearly.reminder(it.customerId)).toBeUndefined();
    expect(await it.core.keys.find(dialogueKeyId(id))).toBeUndefined();
  });
});
