import { describe, expect, onTestFinished, test } from 'vitest';
import { hideField } from '#app/core/consent/hide-field.ts';
import { takeEverythingBack } from '#app/core/consent/take-everything-back.ts';
import { undoTakenBack } from '#app/core/consent/undo-taken-back.ts';
import { confirmRecalls } from '#app/core/recall/confirm-recalls.ts';
import { openRecallInside } from '#app/core/recall/open-recall.ts';
import { isOverdue, type Recall } from '#app/core/recall/recall.ts';
import { endRelationship } from '#app/core/relationship/end-relationship.ts';
import { DAY_MS, MINUTE_MS } from '#app/core/shared/calendar.ts';
import { addStaff } from '#app/core/staff/add-staff.ts';
import { discloseToCompany } from '#app/core/vault/doors/disclose-to-company.ts';
import { openRecallNote } from '#app/core/vault/doors/open-recall-note.ts';
import type { FieldId } from '#schema/field.ts';
import { openCounter, WEB } from '#tests/core/consent/counter.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';

const NEWS = 'newsletter';

async function open(engine: Engine) {
  const counter = await openCounter(engine);
  onTestFinished(counter.close);
  const companyId = counter.shop.company.id;
  const staff = await addStaff(counter.core, {
    companyId,
    email: 'm@alpenrad.example',
    name: 'Mara Muster',
    roles: ['marketer'],
    language: 'de',
  });
  const look = async (slug = NEWS) => {
    counter.world.advance(MINUTE_MS);
    const { purpose } = await counter.shop.purpose(slug);
    const { subject } = await counter.relationship();
    await discloseToCompany(counter.core, {
      staff,
      role: 'marketer',
      purposeId: purpose.id,
      how: 'view',
      reason: 'Durchsicht',
      runId: counter.core.world.newId(),
      people: { subjects: [subject] },
    });
    counter.world.advance(MINUTE_MS);
  };
  const { read } = counter.core.storage;
  const recalls = (): Promise<Recall[]> => read.recall.ofCustomer(counter.customerId);
  /** Whatever purpose ends by it. */
  const hide = async (field: FieldId) => {
    const mayEnd = (await read.purpose.all(companyId)).map(({ purpose }) => purpose.id);
    const which = { customerId: counter.customerId, companyId, field, mayEnd };
    return hideField(counter.core, which, { ...WEB, language: null });
  };
  return { ...counter, companyId, staff, look, recalls, hide };
}

const states = (recalls: readonly Recall[]) => recalls.map(({ kind, state }) => `${kind} ${state}`);

describe.each(ENGINES)('recalls on %s', (engine) => {
  test('a no after a look tells the company which fields and when; without a look there is nothing to tell', async () => {
    const it = await open(engine);
    await it.yes(NEWS);
    await it.no(NEWS);
    expect(await it.recalls()).toEqual([]);
    await it.yes(NEWS);
    await it.look();
    await it.look();
    await it.no(NEWS);
    const [recall, ...others] = await it.recalls();
    expect(others).toEqual([]);
    expect(recall).toMatchObject({ kind: 'withdrawn', state: 'told', looks: 2, companyId: it.companyId });
    expect(recall?.fields).toContain('email');
    expect(recall && Date.parse(recall.dueAt) - Date.parse(recall.openedAt)).toBe(14 * DAY_MS);
    if (!recall) return;
    expect(isOverdue(recall, it.world.advance(13 * DAY_MS))).toBe(false);
    expect(isOverdue(recall, it.world.advance(2 * DAY_MS))).toBe(true);
    expect(await it.core.storage.read.recall.countOpen(it.companyId, it.world.now())).toEqual({
      open: 1,
      overdue: 1,
    });
    await it.log.expectWhole();
  });

  test('an undo calls it off, a new yes as well; the next no asks again', async () => {
    const it = await open(engine);
    await it.yes(NEWS);
    await it.look();
    const { index } = await it.no(NEWS);
    await it.undo(NEWS, index);
    expect(states(await it.recalls())).toEqual(['withdrawn called-off']);
    it.world.advance(MINUTE_MS);
    await it.no(NEWS);
    it.world.advance(MINUTE_MS);
    await it.yes(NEWS);
    it.world.advance(MINUTE_MS);
    await it.no(NEWS);
    expect(states(await it.recalls())).toEqual([
      'withdrawn told',
      'withdrawn called-off',
      'withdrawn called-off',
    ]);
  });

  test('everything taken back is one recall a purpose, and undone as one', async () => {
    const it = await open(engine);
    await it.yes(NEWS);
    await it.look();
    const applied = await takeEverythingBack(it.core, { customerId: it.customerId }, WEB);
    expect(states(await it.recalls())).toEqual(['withdrawn told']);
    const indices = applied.flatMap(({ index }) => index ?? []);
    const input = { customerId: it.customerId, first: Math.min(...indices), last: Math.max(...indices) };
    await undoTakenBack(it.core, input, WEB);
    expect(states(await it.recalls())).toEqual(['withdrawn called-off']);
  });

  test('fewer fields: the company is told about those that are gone', async () => {
    const it = await open(engine);
    const { version } = await it.shop.purpose(NEWS);
    const optional = version.content.fields.filter(({ required }) => !required).map(({ field }) => field);
    const required = version.content.fields.filter((one) => one.required).map(({ field }) => field);
    await it.yes(NEWS, { fields: [...required, ...optional] });
    await it.look();
    await it.yes(NEWS, { fields: required });
    const [recall] = await it.recalls();
    expect(recall?.fields).toEqual(expect.arrayContaining([...optional]));
    expect(recall?.fields).not.toContain('email');
  });

  test('hiding a field tells the company to delete it, whether the purpose goes on without it or ends', async () => {
    const it = await open(engine);
    await it.yes(NEWS, { fields: ['email', 'given-name', 'interests'], values: { interests: ['repair'] } });
    await it.look();
    const [narrowed] = await it.hide('interests');
    expect(await it.recalls()).toMatchObject([{ state: 'told', kind: 'withdrawn', fields: ['interests'] }]);
    // Undone, the company may keep it.
    await it.undo(NEWS, narrowed?.index ?? null);
    expect(states(await it.recalls())).toEqual(['withdrawn called-off']);
    it.world.advance(MINUTE_MS);
    await it.hide('email');
    expect((await it.recalls())[0]).toMatchObject({ state: 'told', kind: 'withdrawn' });
    expect((await it.recalls())[0]?.fields).toContain('email');
  });

  test('a new yes to less calls off no more than it opens again', async () => {
    const it = await open(engine);
    const all = ['email', 'given-name', 'interests'] as const;
    await it.yes(NEWS, { fields: all, values: { interests: ['repair'] } });
    await it.look();
    await it.no(NEWS);
    it.world.advance(MINUTE_MS);
    await it.yes(NEWS, { fields: ['email', 'given-name'] });
    const left = (await it.recalls()).filter(({ state }) => state === 'told');
    expect(left.map(({ fields }) => fields)).toEqual([['interests']]);
    // Given again after all, nothing is left to delete.
    it.world.advance(MINUTE_MS);
    await it.yes(NEWS, { fields: all });
    expect((await it.recalls()).filter(({ state }) => state === 'told')).toEqual([]);
  });

  test('a first yes that was undone: what was read in between is to be deleted', async () => {
    const it = await open(engine);
    const { index } = await it.yes(NEWS);
    await it.look();
    await it.undo(NEWS, index);
    expect((await it.may(NEWS)).allowed).toBe(false);
    expect(states(await it.recalls())).toEqual(['withdrawn told']);
  });

  test('two fields hidden in the same moment are both to be deleted', async () => {
    const it = await open(engine);
    const { version } = await it.shop.purpose(NEWS);
    const optional = version.content.fields.filter(({ required }) => !required).map(({ field }) => field);
    expect(optional.length).toBeGreaterThan(1);
    await it.yes(NEWS, { fields: version.content.fields.map(({ field }) => field) });
    await it.look();
    await Promise.all(optional.map(it.hide));
    const told = (await it.recalls()).flatMap(({ fields }) => fields);
    expect(told.toSorted()).toEqual(optional.toSorted());
  });

  test('a confirmation counts for the fields it named, not for the others of its purpose', async () => {
    const it = await open(engine);
    const { version } = await it.shop.purpose(NEWS);
    const fieldsOf = (required: boolean) =>
      version.content.fields.filter((one) => one.required === required).map(({ field }) => field);
    await it.yes(NEWS, { fields: [...fieldsOf(true), ...fieldsOf(false)] });
    await it.look();
    await it.yes(NEWS, { fields: fieldsOf(true) });
    const [fewer] = await it.recalls();
    if (!fewer) throw new Error('no recall');
    await confirmRecalls(it.core, { staff: it.staff, recallIds: [fewer.id], note: '' });
    it.world.advance(MINUTE_MS);
    await it.no(NEWS);
    const [rest] = await it.recalls();
    expect(rest).toMatchObject({ kind: 'withdrawn', state: 'told', looks: 1 });
    expect([...(rest?.fields ?? [])].sort()).toEqual([...fieldsOf(true)].sort());
  });

  test('the end asks for everything once more, and covers what was open', async () => {
    const it = await open(engine);
    await it.yes(NEWS);
    await it.look();
    await it.no(NEWS);
    const [first] = await it.recalls();
    if (!first) throw new Error('no recall');
    await confirmRecalls(it.core, { staff: it.staff, recallIds: [first.id], note: ' Gelöscht. ' });
    await it.yes(NEWS);
    const which = { customerId: it.customerId, companyId: it.companyId };
    await it.no(NEWS);
    await it.yes(NEWS);
    await it.look();
    await it.no(NEWS);
    it.world.advance(MINUTE_MS);
    const ended = await endRelationship(it.core, which, WEB);
    expect(ended?.recall).toMatchObject({ kind: 'ended', purposeId: null, looks: 2 });
    expect(states(await it.recalls())).toEqual(['ended told', 'withdrawn covered', 'withdrawn confirmed']);
    const confirmed = (await it.recalls()).find(({ state }) => state === 'confirmed');
    expect(confirmed && (await openRecallNote(it.core, confirmed))).toBe('Gelöscht.');
    await it.log.expectWhole();
  });

  test('rights of the customer open one for chosen fields; a crash leaves neither deed nor recall', async () => {
    const it = await open(engine);
    await it.yes(NEWS);
    await it.look();
    const relationship = await it.relationship();
    const wish = { relationship, kind: 'rectified', purposeId: null, fields: ['email'] } as const;
    const cut = it.core.sequencer.submit(async (act) => {
      await openRecallInside(act, wish);
      throw new Error('cut');
    });
    await expect(cut).rejects.toThrow('cut');
    expect(await it.recalls()).toEqual([]);
    await it.core.sequencer.submit((act) => openRecallInside(act, wish));
    expect(await it.recalls()).toMatchObject([{ kind: 'rectified', fields: ['email'] }]);
    await it.core.sequencer.submit((act) => openRecallInside(act, { ...wish, fields: ['frame-number'] }));
    expect(await it.recalls()).toHaveLength(1);
  });
});
