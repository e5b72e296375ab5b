import { describe, expect, onTestFinished, test } from 'vitest';
import { takeEverythingBack } from '#app/core/consent/take-everything-back.ts';
import { eraseCustomer } from '#app/core/erasure/erase-customer.ts';
import { finishErasures } from '#app/core/erasure/finish-erasures.ts';
import { confirmRecalls, NOTE_LENGTH } from '#app/core/recall/confirm-recalls.ts';
import type { Recall } from '#app/core/recall/recall.ts';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import { endRelationship } from '#app/core/relationship/end-relationship.ts';
import { DAY_MS, MINUTE_MS } from '#app/core/shared/calendar.ts';
import { addStaff } from '#app/core/staff/add-staff.ts';
import { discloseToCompany } from '#app/core/vault/doors/disclose-to-company.ts';
import { openEntries } from '#app/core/vault/doors/open-evidence.ts';
import { openRecallNote } from '#app/core/vault/doors/open-recall-note.ts';
import { tablesOf } from '#db/open-db.ts';
import { type Counter, counterOf, openCounter, WEB } from '#tests/core/consent/counter.ts';
import { YEAR_MS } from '#tests/core/erasure/years.ts';
import { addDemoCompany } from '#tests/support/demo-company.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { registerConfirmed } from '#tests/support/register.ts';

const NEWS = 'newsletter';
const NOTE = 'Aus Mailsystem und Kartei gelöscht.';

async function open(engine: Engine) {
  const counter = await openCounter(engine);
  onTestFinished(counter.close);
  const { core, shop, world } = counter;
  const staff = await addStaff(core, {
    companyId: shop.company.id,
    email: 'm@alpenrad.example',
    name: 'Mara Muster',
    roles: ['marketer'],
    language: 'de',
  });
  const look = async (who: Pick<Counter, 'relationship'>, slug = NEWS) => {
    world.advance(MINUTE_MS);
    const { purpose } = await shop.purpose(slug);
    const { subject } = await who.relationship();
    await discloseToCompany(core, {
      staff,
      role: 'marketer',
      purposeId: purpose.id,
      how: 'view',
      reason: 'Durchsicht',
      runId: core.world.newId(),
      people: { subjects: [subject] },
    });
    world.advance(MINUTE_MS);
  };
  const recalls = (): Promise<Recall[]> => core.storage.read.recall.open(shop.company.id, 100);
  const confirm = (some: readonly Recall[], note = NOTE, by = staff) =>
    confirmRecalls(core, { staff: by, recallIds: some.map(({ id }) => id), note });
  return { ...counter, staff, look, recalls, confirm };
}

/** Two purposes that were read are taken back at once: two recalls of one person. */
async function openTwo(engine: Engine) {
  const it = await open(engine);
  await it.yes(NEWS);
  await it.yes('service-reminder', { values: { 'frame-number': 'WBK123456' } });
  await it.look(it);
  await it.look(it, 'service-reminder');
  await takeEverythingBack(it.core, { customerId: it.customerId }, WEB);
  it.world.advance(DAY_MS);
  return { ...it, two: await it.recalls() };
}

describe.each(ENGINES)('the word of a company that it did what a recall asks for, on %s', (engine) => {
  test('is one entry of the log for all recalls of one person, sealed, with what was told', async () => {
    const it = await openTwo(engine);
    expect(it.two).toHaveLength(2);
    const before = await it.size();
    await it.confirm(it.two);
    expect(await it.size()).toBe(before + 1);
    const { id, seq } = await it.relationship();
    const entry = await it.core.storage.read.ledger.entry(before);
    expect(entry).toMatchObject({ kind: 'recall-confirmed', relationshipId: id, method: 'web' });
    expect(entry?.sealed.includes(NOTE)).toBe(false);
    const [opened] = entry ? await openEntries(it.core, [entry]) : [];
    expect(opened?.record).toMatchObject({
      seq,
      note: NOTE,
      actor: { kind: 'staff', name: it.staff.pseudonym },
      recalls: it.two.map((recall) => ({
        id: recall.id,
        kind: 'withdrawn',
        purpose: recall.purposeId,
        fields: recall.fields,
        toldAt: recall.openedAt,
        dueAt: recall.dueAt,
      })),
    });
    expect(JSON.stringify(opened?.record)).not.toContain(it.customerId);
    for (const recall of await it.core.storage.read.recall.ofCustomer(it.customerId)) {
      expect(recall).toMatchObject({ state: 'confirmed', ledgerIndex: before, closedAt: entry?.at });
      expect(await openRecallNote(it.core, recall)).toBe(NOTE);
    }
    await it.log.expectWhole();
  });

  test('counts once, however often and however many at once', async () => {
    const it = await openTwo(engine);
    const before = await it.size();
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => it.confirm(it.two)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'recall-closed' });
    expect(await it.size()).toBe(before + 1);
    await it.log.expectWhole();
  });

  test('one of several that is done already: nothing of the form counts', async () => {
    const it = await openTwo(engine);
    const [first] = it.two;
    if (!first) throw new Error('no recall');
    await it.confirm([first]);
    const before = await it.size();
    await expect(it.confirm(it.two)).rejects.toMatchObject({ code: 'recall-closed' });
    expect(await it.size()).toBe(before);
    expect(await it.recalls()).toHaveLength(1);
  });

  test('the same form twice is said once, and is no mistake', async () => {
    const it = await openTwo(engine);
    const intent = { key: 'k', actor: `staff:${it.staff.id}`, route: '/company/recalls', bodyHash: 'h' };
    const input = { staff: it.staff, recallIds: it.two.map(({ id }) => id), note: '', intent };
    const before = await it.size();
    await Promise.all([confirmRecalls(it.core, input), confirmRecalls(it.core, input)]);
    expect(await it.size()).toBe(before + 1);
    expect(await openRecallNote(it.core, { ledgerIndex: before })).toBeNull();
  });

  test("never two people's in one entry, never another company's, never one that nobody told", async () => {
    const it = await open(engine);
    const { customerId } = await registerConfirmed(it.core, `zweite-${engine}@beispiel.at`);
    const companyId = it.shop.company.id;
    await connectCompany(it.core, { customerId, companyId, source: 'directory' });
    const other = counterOf(it, it.shop, customerId);
    for (const person of [it, other]) {
      await person.yes(NEWS);
      await it.look(person);
      await person.no(NEWS);
    }
    const both = await it.recalls();
    expect(both).toHaveLength(2);
    const before = await it.size();
    const energy = await addDemoCompany(it.core, 'rheinstrom');
    const stranger = await addStaff(it.core, {
      companyId: energy.company.id,
      email: 'm@rheinstrom.example',
      name: 'Rita Rhein',
      roles: ['marketer'],
      language: 'de',
    });
    const size = await it.size();
    const refused = { code: 'not-found' };
    await expect(it.confirm(both)).rejects.toMatchObject(refused);
    await expect(it.confirm(both.slice(0, 1), NOTE, stranger)).rejects.toMatchObject(refused);
    await expect(it.confirm([])).rejects.toMatchObject(refused);
    const made = both.slice(0, 1).map((recall) => ({ ...recall, id: 'f'.repeat(32) }));
    await expect(it.confirm(made)).rejects.toMatchObject(refused);
    await expect(it.confirm(both.slice(0, 1), 'x'.repeat(NOTE_LENGTH + 1))).rejects.toMatchObject({
      code: 'note-too-long',
    });
    expect(size).toBeGreaterThan(before);
    expect(await it.size()).toBe(size);
    expect(await it.recalls()).toHaveLength(2);
  });

  test('can be given after the account is erased, as long as the proof is kept, and then no more', async () => {
    const it = await open(engine);
    await it.yes(NEWS);
    await it.look(it);
    const { id } = await it.relationship();
    await eraseCustomer(it.core, it.customerId, WEB);
    const [recall] = await it.recalls();
    expect(recall).toMatchObject({ kind: 'erased', state: 'told' });
    if (!recall) return;
    it.world.advance(20 * DAY_MS);
    await it.confirm([recall]);
    await it.log.expectWhole();
    const entries = await it.core.storage.read.ledger.ofRelationship(id);
    expect(entries.at(-1)?.kind).toBe('recall-confirmed');
    const confirmed = await it.core.storage.read.recall.find(recall.companyId, recall.id);
    expect(confirmed && (await openRecallNote(it.core, confirmed))).toBe(NOTE);
    it.world.advance(6 * YEAR_MS);
    await finishErasures(it.core);
    expect(await it.core.storage.read.recall.find(recall.companyId, recall.id)).toBeUndefined();
    expect(confirmed && (await openRecallNote(it.core, confirmed))).toBeNull();
    await expect(it.confirm([recall])).rejects.toMatchObject({ code: 'not-found' });
    await it.log.expectWhole();
  });

  test('though the last look is so old that nothing else would be kept', async () => {
    const it = await open(engine);
    await it.yes(NEWS);
    await it.look(it);
    it.world.advance(6 * YEAR_MS);
    const which = { customerId: it.customerId, companyId: it.shop.company.id };
    const ended = await endRelationship(it.core, which, WEB);
    expect(ended?.recall).toMatchObject({ kind: 'ended' });
    it.world.advance(60 * DAY_MS);
    await finishErasures(it.core);
    await it.confirm(await it.recalls());
    await it.log.expectWhole();
    it.world.advance(YEAR_MS);
    await finishErasures(it.core);
    expect(await it.core.storage.read.recall.ofCustomer(it.customerId)).toEqual([]);
    await it.log.expectWhole();
  });

  test('cannot be made up, moved, widened or hidden in the tables without the check seeing it', async () => {
    const it = await openTwo(engine);
    const [first, second] = it.two;
    if (!first || !second) throw new Error('no recalls');
    const { writer } = tablesOf(it.database);
    const change = (id: string, to: object) =>
      writer.updateTable('recall').set(to).where('id', '=', id).execute();
    await it.confirm([first]);
    await it.log.expectWhole();
    const index = (await it.size()) - 1;
    const closedAt = (await it.core.storage.read.recall.find(first.companyId, first.id))?.closedAt;
    const faults = async () => (await it.log.check()).faults.map(({ code, at }) => `${code} ${at}`);
    await change(second.id, { state: 'confirmed', closed_at: closedAt, ledger_index: index });
    expect(await faults()).toEqual([`state-without-entry recall ${second.id}`]);
    await change(second.id, { state: 'told', closed_at: null, ledger_index: null });
    const mismatch = [`state-mismatch recall ${first.id}`];
    for (const [to, back] of [
      [{ state: 'told' }, { state: 'confirmed' }],
      [{ fields: '["mobile"]' }, { fields: JSON.stringify(first.fields) }],
      [{ kind: 'rectified' }, { kind: first.kind }],
      [{ due_at: '2099-01-01T00:00:00.000Z' }, { due_at: first.dueAt }],
      [{ closed_at: first.openedAt }, { closed_at: closedAt }],
      [{ ledger_index: 0 }, { ledger_index: index }],
    ]) {
      await change(first.id, to as object);
      expect(await faults(), JSON.stringify(to)).toEqual(mismatch);
      await change(first.id, back as object);
    }
    await it.log.expectWhole();
    await writer.deleteFrom('recall').where('id', '=', first.id).execute();
    expect(await faults()).toEqual(mismatch);
  });
});
