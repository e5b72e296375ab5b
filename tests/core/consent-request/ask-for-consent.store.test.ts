import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askForConsent } from '#app/core/consent-request/ask-for-consent.ts';
import { questionState } from '#app/core/consent-request/consent-request.ts';
import { postponeQuestion } from '#app/core/consent-request/postpone-question.ts';
import { allowQuestions, stopQuestions } from '#app/core/consent-request/stop-questions.ts';
import { answerAge } from '#app/core/customer/answer-age.ts';
import { setPreference } from '#app/core/preference/set-preference.ts';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import { endRelationship } from '#app/core/relationship/end-relationship.ts';
import { restrictRelationship } from '#app/core/relationship/restrict-relationship.ts';
import { addMonths, addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import { addStaff } from '#app/core/staff/add-staff.ts';
import { openOwnQuestion } from '#app/core/vault/doors/open-question.ts';
import { msOf } from '#schema/instant.ts';
import { WEB } from '#tests/core/consent/counter.ts';
import { addDemoCompany } from '#tests/support/demo-company.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { createTestMailbox } from '#tests/support/mailbox.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { type AskingDoor, openAskingDoor, REASON } from './asking-door.ts';

describe.each(ENGINES)('a question on %s', (engine) => {
  let it: AskingDoor;
  beforeEach(async () => {
    it = await openAskingDoor(engine);
  });
  afterEach(async () => {
    await it.log.expectWhole();
    await it.close();
  });
  const wait = (months: number) => {
    const now = it.core.world.now();
    it.world.advance(msOf(addMonths(now, months)) - msOf(now) + 1);
  };

  test('arrives with its reason, which only the customer who was asked can read', async () => {
    await it.ask('newsletter', { fields: ['interests'], months: 6 });
    expect(await it.open()).toEqual(['newsletter']);
    const request = await it.newest();
    expect(request).toMatchObject({ askedBy: it.marketer.pseudonym, heldBack: null, answer: null });
    expect(request.sealed.toString('latin1')).not.toContain('Frühling');
    const text = { reason: REASON, fields: ['interests'], months: 6 };
    expect(await openOwnQuestion(it.core, it.customerId, request)).toEqual(text);
    const other = await registerConfirmed(it.core, 'andere@beispiel.at');
    await expect(openOwnQuestion(it.core, other.customerId, request)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('permits nothing, and is answered by whatever page decides; an undo opens it again', async () => {
    await it.ask('newsletter');
    expect(await it.may('newsletter')).toMatchObject({ allowed: false, reason: 'undecided' });
    const { index } = await it.yes('newsletter');
    expect(await it.open()).toEqual([]);
    expect((await it.newest()).answer).toMatchObject({ kind: 'granted', index });
    await it.undo('newsletter', index);
    expect(await it.open()).toEqual(['newsletter']);
    const no = await it.no('newsletter');
    expect((await it.newest()).answer).toMatchObject({ kind: 'refused', index: no.index });
    expect(await it.open()).toEqual([]);
  });

  test('is not asked again after a no for six months, and the company hears the same as ever', async () => {
    await it.no('newsletter');
    await it.ask('newsletter');
    expect(await it.newest()).toMatchObject({ heldBack: 'no-stands' });
    expect(await it.open()).toEqual([]);
    wait(13);
    await it.ask('newsletter');
    expect(await it.open()).toEqual(['newsletter']);
    // A second no adds no event, but it is an answer.
    expect(await it.no('newsletter')).toMatchObject({ index: null });
    expect(await it.open()).toEqual([]);
  });

  test('once a year for one thing, three times in all: told, because the company counts itself', async () => {
    await it.ask('newsletter');
    await expect(it.ask('newsletter')).rejects.toMatchObject({ code: 'asked-this-year' });
    await it.ask('test-rides');
    await it.ask('ride-advice');
    await expect(it.ask('service-reminder')).rejects.toMatchObject({ code: 'asked-often' });
    wait(12);
    await it.ask('newsletter');
    expect(await it.all()).toHaveLength(4);
  });

  test('who permits it already is not asked; the list of people says so anyway', async () => {
    await it.yes('newsletter');
    await expect(it.ask('newsletter')).rejects.toMatchObject({ code: 'permitted-already' });
  });

  test('a pause, a restriction, youth and "no more questions" hold it back without a word', async () => {
    const { customerId } = it;
    const companyId = it.shop.company.id;
    const pausedUntil = addMs(it.core.world.now(), DAY_MS);
    await setPreference(it.core, { customerId, companyId, pausedUntil });
    await it.ask('newsletter');
    expect(await it.newest()).toMatchObject({ heldBack: 'paused' });
    it.world.advance(2 * DAY_MS);

    await restrictRelationship(it.core, { customerId, companyId, restricted: true });
    await it.ask('test-rides');
    expect(await it.newest()).toMatchObject({ heldBack: 'restricted' });
    await restrictRelationship(it.core, { customerId, companyId, restricted: false });

    wait(13);
    await answerAge(it.core, { customerId, limit: 14, yes: false });
    await it.ask('newsletter');
    expect(await it.newest()).toMatchObject({ heldBack: 'under-age' });
    await answerAge(it.core, { customerId, limit: 14, yes: true });

    it.world.advance(1);
    await stopQuestions(it.core, { customerId, companyId });
    await it.ask('test-rides');
    expect(await it.newest()).toMatchObject({ heldBack: 'no-more-questions' });
    await allowQuestions(it.core, { customerId, companyId });
    it.world.advance(1);
    await it.ask('ride-advice');
    expect(await it.open()).toEqual(['ride-advice']);
  });

  test('a yes that sleeps in a pause looks like somebody who never answered', async () => {
    await it.yes('newsletter');
    const { customerId } = it;
    await setPreference(it.core, {
      customerId,
      companyId: null,
      pausedUntil: addMs(it.core.world.now(), DAY_MS),
    });
    await it.ask('newsletter');
    expect(await it.newest()).toMatchObject({ heldBack: 'decided' });
  });

  test('a no and the year’s questions outlive leaving and coming back under a new number', async () => {
    const { customerId } = it;
    const companyId = it.shop.company.id;
    await it.no('newsletter');
    await it.ask('test-rides');
    await endRelationship(it.core, { customerId, companyId }, WEB);
    await connectCompany(it.core, { customerId, companyId, source: 'directory' });
    it.world.advance(1);
    await it.ask('newsletter');
    expect(await it.newest()).toMatchObject({ heldBack: 'no-stands' });
    it.world.advance(1);
    await it.ask('test-rides');
    expect(await it.newest()).toMatchObject({ heldBack: 'asked-before' });
  });

  test('"no more questions" puts away what waits, at this company alone, and changes no answer', async () => {
    await it.yes('ride-advice', { values: { needs: ['new-bicycle'] } });
    await it.ask('newsletter');
    await stopQuestions(it.core, { customerId: it.customerId, companyId: it.shop.company.id });
    expect(await it.open()).toEqual([]);
    expect(await it.may('ride-advice')).toMatchObject({ allowed: true });
    expect(await it.standing('newsletter')).toBeUndefined();
  });

  test('later comes back once, at its day, and then ends by itself', async () => {
    await it.ask('newsletter');
    const { id } = await it.newest();
    await postponeQuestion(it.core, { customerId: it.customerId, id, days: 30 });
    expect(await it.open()).toEqual([]);
    expect(questionState(await it.newest(), it.core.world.now())).toBe('later');
    it.world.advance(30 * DAY_MS);
    expect(await it.open()).toEqual(['newsletter']);
    const again = { customerId: it.customerId, id, days: 7 };
    await expect(postponeQuestion(it.core, again)).rejects.toMatchObject({ code: 'question-over' });
    it.world.advance(30 * DAY_MS);
    expect(await it.open()).toEqual([]);
    expect(questionState(await it.newest(), it.core.world.now())).toBe('expired');
  });

  test('somebody else’s question is not there', async () => {
    await it.ask('newsletter');
    const { customerId } = await registerConfirmed(it.core, 'fremd@beispiel.at');
    const { id } = await it.newest();
    await expect(postponeQuestion(it.core, { customerId, id, days: 7 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('ten questions at once are one', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 10 }, () => it.ask('newsletter')));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await it.all()).toHaveLength(1);
  });

  test('the same form sent twice asks once', async () => {
    const intent = { key: 'k', actor: 'staff:1', route: '/company/ask', bodyHash: 'h' };
    await it.ask('newsletter', {}, { intent });
    await it.ask('newsletter', {}, { intent });
    expect(await it.all()).toHaveLength(1);
  });

  test('only a marketer of the company asks, only its own people, and only for what needs a yes', async () => {
    const { core, shop } = it;
    const other = await addDemoCompany(core, 'rheinstrom');
    const person = { name: 'Otto Ordnung', language: 'de' as const };
    const foreign = await addStaff(core, {
      ...person,
      companyId: other.company.id,
      email: 'm@rheinstrom.example',
      roles: ['marketer'],
    });
    const officer = await addStaff(core, {
      ...person,
      companyId: shop.company.id,
      email: 'o@alpenrad.example',
      roles: ['officer'],
    });
    for (const staff of [foreign, officer])
      await expect(it.ask('newsletter', {}, { staff })).rejects.toMatchObject({ code: 'not-found' });
    await expect(it.ask('similar-products')).rejects.toMatchObject({ code: 'not-found' });
    await expect(it.ask('warranty')).rejects.toMatchObject({ code: 'not-found' });
    await expect(it.ask('newsletter', { reason: '  ' })).rejects.toMatchObject({ code: 'reason-empty' });
    await expect(it.ask('newsletter', { fields: ['email'] })).rejects.toMatchObject({
      code: 'field-not-optional',
    });
    const { subject } = await it.relationship();
    const { purpose } = await other.purpose('energy-tips');
    const text = { reason: REASON, fields: [], months: null };
    await expect(
      askForConsent(core, { staff: it.marketer, subject, purposeId: purpose.id, text }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await it.all()).toEqual([]);
  });

  test('a mail goes only to somebody whom the company may send advertising by e-mail', async () => {
    const mailbox = createTestMailbox(it.core);
    await mailbox.collect();
    await it.ask('test-rides');
    expect(await mailbox.collect()).toEqual([]);
    await it.yes('newsletter');
    await it.ask('ride-advice');
    const [mail, ...more] = await mailbox.collect();
    expect(more).toEqual([]);
    expect(mail?.subject).toContain('Alpenrad hat eine Frage an Sie');
    expect(mail?.text).toContain(`/me/questions/${(await it.newest()).id}`);
    expect(mail?.text).not.toContain(REASON);
  });
});
