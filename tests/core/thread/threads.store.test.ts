import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { saveFields } from '#app/core/profile/save-fields.ts';
import { DAY_MS } from '#app/core/shared/calendar.ts';
import { addStaff } from '#app/core/staff/add-staff.ts';
import { answerThread } from '#app/core/thread/answer-thread.ts';
import { callOfficer } from '#app/core/thread/call-officer.ts';
import { closeThread } from '#app/core/thread/close-thread.ts';
import { writeFirst } from '#app/core/thread/write-first.ts';
import { writeMessage } from '#app/core/thread/write-message.ts';
import { discloseToCompany } from '#app/core/vault/doors/disclose-to-company.ts';
import { openStatements, openThreads } from '#app/core/vault/doors/open-dialogue.ts';
import { dialogueKeyId } from '#app/core/vault/places.ts';
import { addDemoCompany } from '#tests/support/demo-company.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { FULL_PROFILE } from '#tests/support/lived-portal.ts';
import { createTestMailbox } from '#tests/support/mailbox.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { type Desk, openDesk } from './desk.ts';

const intent = () => ({ key: randomUUID(), actor: 'a', route: '/me/messages/new', bodyHash: 'h' });

describe.each(ENGINES)('conversations on %s', (engine) => {
  let it: Desk;
  beforeEach(async () => {
    it = await openDesk(engine);
  });
  afterEach(async () => {
    await it.log.expectWhole();
    await it.close();
  });

  const reply = (threadId: Awaited<ReturnType<Desk['start']>>, text = 'Danke.') =>
    writeMessage(it.core, { customerId: it.customerId, threadId, text });

  test('a wish waits for the company for fourteen days, is answered, and goes on', async () => {
    const at = it.world.now();
    const id = await it.start({ wishedBy: at.slice(0, 10) });
    expect(await it.thread(id)).toMatchObject({
      state: 'open',
      startedBy: 'customer',
      wishedBy: at.slice(0, 10),
      dueAt: it.world.advance(14 * DAY_MS),
    });
    await it.answer(id);
    expect(await it.thread(id)).toMatchObject({ state: 'answered', dueAt: null });
    await expect(it.answer(id, 'Und noch etwas Werbung')).rejects.toMatchObject({ code: 'not-your-turn' });
    await reply(id);
    const due = (await it.thread(id)).dueAt;
    it.world.advance(DAY_MS);
    await reply(id, 'Noch da?');
    expect((await it.thread(id)).dueAt).toBe(due);
    expect(await it.said(id)).toEqual([
      'customer: Bitte sagen Sie mir bis Freitag, was es gibt.',
      'company: Es gibt zwei.',
      'customer: Danke.',
      'customer: Noch da?',
    ]);
  });

  test('the answer is told by mail, without a word of it', async () => {
    const id = await it.start();
    const box = createTestMailbox(it.core);
    await it.answer(id, 'Geheimes Angebot');
    const mail = await box.collectOne();
    expect(JSON.stringify(mail)).not.toMatch(/Geheim|Winterreifen/);
    expect(mail.subject).toBe('Alpenrad hat Ihnen geantwortet');
  });

  test('nothing that was written stands in clear', async () => {
    const id = await it.start({ title: 'Kanarienvogel', text: 'Kanarienvogel' });
    await it.answer(id, 'Kanarienvogel');
    const { read } = it.core.storage;
    const rows = [...(await read.thread.messages(id)), await it.thread(id)];
    for (const { sealed } of rows) expect(sealed.includes('Kanarienvogel')).toBe(false);
    const { sealed: _, ...clear } = await it.thread(id);
    expect(JSON.stringify(clear)).not.toContain('Kanarienvogel');
  });

  test('without the key nothing opens, and the lists leave it out', async () => {
    const id = await it.start();
    const { id: relationshipId } = await it.relationship();
    await it.core.keys.shred([dialogueKeyId(relationshipId)]);
    expect(await it.said(id)).toEqual([]);
    expect(await openThreads(it.core, [await it.thread(id)])).toEqual([]);
  });

  test('the same form twenty times at once is one conversation', async () => {
    const same = intent();
    const ids = await Promise.all(Array.from({ length: 20 }, () => it.start({ intent: same })));
    expect(new Set(ids).size).toBe(1);
    expect(await it.core.storage.read.thread.ofCustomer(it.customerId, 50)).toHaveLength(1);
    await expect(it.start({ intent: { ...same, bodyHash: 'other' } })).rejects.toMatchObject({
      code: 'intent-reused',
    });
  });

  test('ten messages at once all stand, each at its place', async () => {
    const id = await it.start();
    await Promise.all(Array.from({ length: 10 }, (_, index) => reply(id, `Nummer ${index}`)));
    const messages = await it.core.storage.read.thread.messages(id);
    expect(messages.map(({ position }) => position)).toEqual(Array.from({ length: 11 }, (_, at) => at));
  });

  test('an answer sent twice is one answer and one mail', async () => {
    const id = await it.start();
    const same = intent();
    const input = { staff: it.marketer, role: 'marketer', threadId: id, text: 'Ja.', intent: same } as const;
    await Promise.all([answerThread(it.core, input), answerThread(it.core, input)]);
    expect(await it.said(id)).toHaveLength(2);
    expect(await createTestMailbox(it.core).collect()).toHaveLength(1);
  });

  test('a closed conversation takes no word from either side', async () => {
    const id = await it.start();
    await closeThread(it.core, { customerId: it.customerId, threadId: id });
    await closeThread(it.core, { customerId: it.customerId, threadId: id });
    expect(await it.thread(id)).toMatchObject({ state: 'closed', dueAt: null });
    await expect(reply(id)).rejects.toMatchObject({ code: 'thread-closed' });
    await expect(it.answer(id)).rejects.toMatchObject({ code: 'thread-closed' });
  });

  test('the officer joins when called, and is called only after the company’s time is over', async () => {
    const id = await it.start();
    const call = () => callOfficer(it.core, { customerId: it.customerId, threadId: id });
    await expect(it.answer(id, 'Ich', 'officer')).rejects.toMatchObject({ code: 'not-found' });
    it.world.advance(14 * DAY_MS - 1);
    await expect(call()).rejects.toMatchObject({ code: 'not-overdue' });
    it.world.advance(1);
    await call();
    await call();
    expect((await it.thread(id)).officerSince).toBe(it.world.now());
    await it.answer(id, 'Ich kümmere mich.', 'officer');
    const messages = await it.core.storage.read.thread.messages(id);
    expect(messages.at(-1)).toMatchObject({ role: 'officer', staffId: it.officer.id });
    await expect(call()).resolves.toBeUndefined();
  });

  test('other companies and other customers find nothing', async () => {
    const id = await it.start();
    const other = await addDemoCompany(it.core, 'rheinstrom');
    const stranger = await addStaff(it.core, {
      companyId: other.company.id,
      email: 'fremd@rheinstrom.example',
      name: 'Lena',
      roles: ['marketer', 'officer'],
      language: 'de',
    });
    const input = { staff: stranger, threadId: id, text: 'Hallo' };
    for (const role of ['marketer', 'officer'] as const)
      await expect(answerThread(it.core, { ...input, role })).rejects.toMatchObject({ code: 'not-found' });
    const { customerId } = await registerConfirmed(it.core, `fremd-${engine}@beispiel.at`);
    for (const act of [
      () => writeMessage(it.core, { customerId, threadId: id, text: 'x' }),
      () => closeThread(it.core, { customerId, threadId: id }),
      () => callOfficer(it.core, { customerId, threadId: id }),
      () => it.start({ customerId }),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'not-found' });
    expect(await it.said(id)).toHaveLength(1);
  });

  test('the company writes first only where a purpose allows a word in the portal, and nobody is mailed', async () => {
    const { subject } = await it.relationship();
    const { purpose } = await it.shop.purpose('service-reminder');
    const first = (purposeId = purpose.id, staff = it.marketer) =>
      writeFirst(it.core, { staff, subject, purposeId, title: 'Service', text: 'Bald fällig.' });
    await expect(first()).rejects.toMatchObject({ code: 'not-found' });
    const allowed = await it.shop.purpose('ride-advice');
    await saveFields(it.core, it.customerId, FULL_PROFILE);
    await it.yes('ride-advice', { channels: ['portal'], values: { 'bicycle-kind': 'e-bike' } });
    // Permitted to the company, but not everybody's to use.
    await expect(first(allowed.purpose.id, it.officer)).rejects.toMatchObject({ code: 'not-found' });
    await first(allowed.purpose.id);
    const [thread] = await it.core.storage.read.thread.ofCustomer(it.customerId, 10);
    if (!thread) throw new Error('no thread');
    expect(thread).toMatchObject({ startedBy: 'company', state: 'answered', purposeId: allowed.purpose.id });
    expect(await createTestMailbox(it.core).collect()).toEqual([]);
    await it.answer(thread.id, 'Noch ein Wort, erlaubt.');
    await it.no(allowed.purpose.slug);
    await expect(first(allowed.purpose.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(it.answer(thread.id)).rejects.toMatchObject({ code: 'not-your-turn' });
    await reply(thread.id);
    await it.answer(thread.id, 'Gern.');
  });

  test('a look is questioned with what it showed; a disagreement stays with it', async () => {
    await it.yes('newsletter');
    const { subject } = await it.relationship();
    const { purpose } = await it.shop.purpose('newsletter');
    const { disclosureId } = await discloseToCompany(it.core, {
      staff: it.marketer,
      role: 'marketer',
      purposeId: purpose.id,
      how: 'view',
      reason: 'Rückruf',
      runId: it.core.world.newId(),
      people: { subjects: [subject] },
    });
    const about = { target: 'look', id: disclosureId ?? '' } as const;
    const id = await it.start({ concern: 'disagreement', text: 'Ich rief nie an.', about });
    await it.start({ concern: 'disagreement', text: 'Zweites', about });
    const [opened] = await openThreads(it.core, [await it.thread(id)]);
    expect(opened?.quote).toMatchObject({
      kind: 'look',
      how: 'view',
      reason: 'Rückruf',
      purposeId: purpose.id,
    });
    const { read } = it.core.storage;
    const statements = await openStatements(it.core, await read.thread.statementsOfCustomer(it.customerId));
    expect(statements.map(({ text, threadId }) => [text, threadId])).toEqual([['Ich rief nie an.', id]]);
    const foreign = { target: 'look', id: it.core.world.newId() } as const;
    await expect(it.start({ about: foreign })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('everything of a person goes in one call', async () => {
    await it.start();
    const { read } = it.core.storage;
    await it.core.storage.transact((tx) => tx.thread.deleteOfCustomer(it.customerId));
    expect(await read.thread.ofCustomer(it.customerId, 10)).toEqual([]);
  });
});
