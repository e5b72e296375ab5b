import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSession } from '#app/core/sign-in/open-session.ts';
import { customerPrincipal } from '#app/core/sign-in/principal.ts';
import { openEntries } from '#app/core/vault/doors/open-evidence.ts';
import { type CustomerVisit, freshCustomer, visitAs } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { askingOf } from './asking-visit.ts';

let portal: TestPortal;
let marketer: string;
beforeAll(async () => {
  portal = await startTestPortal();
  marketer = await portal.signIn('marketer-alpenrad');
});
afterAll(async () => {
  const { whole, report } = await portal.services.checkLog();
  expect(report?.faults).toEqual([]);
  expect(whole).toBe(true);
  await portal.stop();
});

const REASON = 'Sie haben neulich nach Touren gefragt.';
const NEWSLETTER = '/me/companies/alpenrad/newsletter';

let count = 0;
const newcomer = (): Promise<CustomerVisit> =>
  freshCustomer(portal, `frage${count++}@beispiel.at`, ['alpenrad', 'kornundkruste']);

const { ask, questionOf, answer } = askingOf(() => ({ portal, marketer, reason: REASON }));

async function record(index: number | undefined) {
  const { core } = portal.services;
  const entry = await core.storage.read.ledger.entry(index ?? -1);
  const [opened] = entry ? await openEntries(core, [entry]) : [];
  return opened?.record;
}

describe('a question', () => {
  test('stands on home and in the inbox: who, what, why, since when, and nothing is ticked', async () => {
    const visit = await newcomer();
    expect((await visit.get('/me')).text).not.toContain('Eine Frage von');
    await ask(visit, 'newsletter', { fields: ['interests'], months: '6' });
    expect((await visit.get('/me')).text).toContain('Eine Frage von Alpenrad.');
    expect((await visit.get('/me/companies/alpenrad')).text).toContain(REASON);
    const inbox = await visit.get('/me/questions');
    expect(inbox.text).toContain('Eine Frage wartet auf Sie.');
    expect(inbox.text).toContain(REASON);
    const page = await visit.get(await questionOf(visit));
    expect(page.text).toContain('Frage von Alpenrad');
    expect(page.text).toContain('Alpenrad hat am');
    expect(page.text).toContain(
      'Gern auch: Interessen. Nötig ist das nicht. 6 Monate wären der Firma genug.',
    );
    expect(page.text).toContain('Ohne Antwort endet die Frage am');
    expect(page.html).not.toMatch(/\schecked/);
    expect(page.html).toMatch(/class="answer"[^>]*name="act"[^>]*value="yes"/);
    expect(page.html).toMatch(/class="answer"[^>]*name="act"[^>]*value="no"/);
  });

  test('yes with fewer fields and a shorter term is the act of the purpose page, with undo', async () => {
    const visit = await newcomer();
    await ask(visit, 'newsletter', { fields: ['interests', 'given-name'] });
    const path = await questionOf(visit);
    const page = await answer(visit, { act: 'yes', field: 'given-name', months: '3' });
    expect(page.text).toContain('Vorher: noch nicht entschieden. Jetzt: Ja.');
    const consent = await visit.consent('alpenrad', 'newsletter');
    expect(consent?.standing).toMatchObject({ state: 'granted', fields: ['email', 'given-name'] });
    const { decidedAt, expiresAt } = consent?.standing ?? {};
    expect(Date.parse(expiresAt ?? '') - Date.parse(decidedAt ?? '')).toBeLessThan(93 * 86_400_000);
    expect(await record(consent?.lastIndex)).toMatchObject({
      kind: 'granted',
      source: path,
      standing: { expiresAt },
      evidence: { 'fourteen-or-older': expect.any(String) },
    });
    expect((await visit.get('/me')).text).not.toContain('Eine Frage von');
    expect((await visit.get(path)).text).toContain('Diese Frage wartet nicht mehr.');
    expect((await visit.get('/me/questions')).text).toContain('beantwortet');
    await visit.act(NEWSLETTER, { act: 'undo', index: String(consent?.lastIndex) });
    expect((await visit.get('/me')).text).toContain('Eine Frage von Alpenrad.');
  });

  test('a yes that was cut short stays short when the choice changes, until the customer says otherwise', async () => {
    const visit = await newcomer();
    const page = await visit.get(NEWSLETTER);
    const sent = { act: 'yes', version: page.hidden('version'), language: 'de', channel: 'email' };
    await visit.act(NEWSLETTER, { ...sent, months: '1' });
    const short = (await visit.consent('alpenrad', 'newsletter'))?.standing.expiresAt;
    await visit.act(NEWSLETTER, { ...sent, field: 'interests' });
    const changed = (await visit.consent('alpenrad', 'newsletter'))?.standing;
    expect(changed).toMatchObject({ fields: ['email', 'interests'], expiresAt: short });
    await visit.act(NEWSLETTER, { ...sent, field: 'interests', months: '3' });
    const longer = (await visit.consent('alpenrad', 'newsletter'))?.standing.expiresAt ?? '';
    expect(longer > (short ?? '')).toBe(true);
  });

  test('no ends it; the next question for the same thing is never shown', async () => {
    const visit = await newcomer();
    await ask(visit, 'newsletter');
    const page = await answer(visit, { act: 'no' });
    expect(page.text).toContain('Jetzt: Nein.');
    await ask(visit, 'test-rides');
    await answer(visit, { act: 'no' });
    portal.world.advance(40 * 86_400_000);
    const again = await freshSession(visit);
    await ask(again, 'ride-advice');
    expect((await again.get('/me')).text).toContain('Eine Frage von Alpenrad.');
    expect((await again.get('/me/questions')).text).toContain('Eine Frage wartet auf Sie.');
  });

  test('after a no on the purpose page the question is held back: the prompt shows none', async () => {
    const visit = await newcomer();
    await visit.act(NEWSLETTER, { act: 'no', language: 'de' });
    await ask(visit, 'newsletter');
    expect((await visit.get('/me')).text).not.toContain('Eine Frage von');
    const inbox = await visit.get('/me/questions');
    expect(inbox.text).toContain('Niemand fragt Sie gerade etwas.');
    expect(inbox.text).toContain('Sie hatten schon Nein gesagt.');
    expect((await visit.get(await questionOf(visit))).status).toBe(404);
  });

  test('later hides it until its day; never again puts it away and can be taken back', async () => {
    const visit = await newcomer();
    await ask(visit, 'newsletter');
    const later = await answer(visit, { act: 'later', days: '30' });
    expect(later.text).toContain('Die Frage kommt später wieder.');
    expect((await visit.get('/me')).text).not.toContain('Eine Frage von');
    // Whoever changes their mind answers earlier; putting off works once.
    expect((await visit.get(await questionOf(visit))).html).not.toContain('value="later"');
    portal.world.advance(1000);
    const never = await answer(visit, { act: 'never' });
    expect(never.text).toContain('Alpenrad fragt Sie nichts mehr.');
    expect(never.text).toContain('Sie wollten keine Fragen mehr von dieser Firma.');
    expect(never.text).toContain('beendet');
    expect(await visit.consent('alpenrad', 'newsletter')).toBeUndefined();
    // A link in an older mail leads to where it can be decided anyway.
    const led = await portal.request(await questionOf(visit), { headers: { cookie: visit.cookie } });
    expect(led.headers.get('location')).toBe(NEWSLETTER);
    const back = await visit.act('/me/questions', { act: 'allow', company: 'alpenrad' });
    expect(back.text).toContain('Alpenrad darf Sie wieder fragen.');
    // Put off as before; answering earlier is possible again.
    expect(back.text).toMatch(/Frühere Fragen .*Neues rund ums Rad später/);
    expect((await visit.get(await questionOf(visit))).html).toContain('value="yes"');
  });

  test('a press on "no more questions" by mistake is taken back beside it: the question waits again, nothing else', async () => {
    const visit = await newcomer();
    await ask(visit, 'newsletter');
    portal.world.advance(1000);
    const never = await answer(visit, { act: 'never' });
    expect(never.text).toContain('Es kommt zurück, wenn Sie wieder fragen lassen.');
    expect(never.text).toContain('Niemand fragt Sie gerade etwas.');
    for (const answered of await Promise.all(
      Array.from({ length: 10 }, () => visit.post('/me/questions', { act: 'allow', company: 'alpenrad' })),
    ))
      expect(answered.status).toBe(303);
    expect((await visit.get('/me/questions')).text).toContain('Eine Frage wartet auf Sie.');
    expect((await visit.get('/me')).text).toContain('Eine Frage von Alpenrad.');
  });

  test('what was decided while nobody might ask is answered: it does not come back', async () => {
    const visit = await newcomer();
    await ask(visit, 'newsletter');
    portal.world.advance(1000);
    await answer(visit, { act: 'never' });
    portal.world.advance(1000);
    await visit.act(NEWSLETTER, { act: 'no', language: 'de' });
    await visit.act('/me/questions', { act: 'allow', company: 'alpenrad' });
    expect((await visit.get('/me/questions')).text).toContain('Niemand fragt Sie gerade etwas.');
  });

  test('a pause keeps home quiet; the inbox still has it', async () => {
    const visit = await newcomer();
    await ask(visit, 'newsletter');
    await visit.act('/me/preferences', { act: 'pause', pause: 'week' });
    expect((await visit.get('/me')).text).not.toContain('Eine Frage von');
    expect((await visit.get('/me/questions')).text).toContain('Eine Frage wartet auf Sie.');
  });

  test('another customer’s question, an invented one and none at all are the same 404', async () => {
    const [one, other] = [await newcomer(), await newcomer()];
    await ask(one, 'newsletter');
    const path = await questionOf(one);
    for (const unknown of [path, `/me/questions/${'0'.repeat(32)}`, '/me/questions/x']) {
      expect((await other.get(unknown)).status).toBe(404);
      expect((await other.post(unknown, { act: 'never' })).status).toBe(404);
      expect((await other.post(unknown, { act: 'later', days: '7' })).status).toBe(404);
    }
    expect((await portal.get(path, marketer)).status).toBe(404);
    expect((await one.get('/me/questions')).text).toContain('Eine Frage wartet auf Sie.');
  });

  test('ten presses at once give one answer; the same form again shows what holds', async () => {
    const visit = await newcomer();
    await ask(visit, 'newsletter');
    const path = await questionOf(visit);
    const page = await visit.get(path);
    const fields = {
      'intent-id': randomUUID(),
      act: 'yes',
      version: page.hidden('version'),
      language: 'de',
      channel: 'email',
    };
    const sent = await Promise.all(Array.from({ length: 10 }, () => visit.post(path, fields)));
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([303]));
    const { core } = portal.services;
    const events = (await core.storage.read.ledger.ofCustomer(visit.customerId, 50)).filter(
      ({ kind }) => kind === 'granted',
    );
    expect(events).toHaveLength(1);
    expect((await visit.post(path, fields)).status).toBe(303);
    expect((await visit.consent('alpenrad', 'newsletter'))?.standing.state).toBe('granted');
  });

  test('with Sec-GPC nothing about sharing is suggested; a yes still counts and keeps the signal', async () => {
    const visit = await newcomer();
    await ask(visit, 'newsletter', { fields: ['interests'] });
    const gpc = { 'sec-gpc': '1' };
    // The newsletter is sent by a processor: home does not put it forward.
    expect((await visit.get('/me', gpc)).text).not.toContain('Eine Frage von');
    expect((await visit.get('/me', { 'sec-gpc': '0' })).text).toContain('Eine Frage von Alpenrad.');
    const page = await visit.get(await questionOf(visit), gpc);
    expect(page.text).toContain('Ihr Browser bittet darum');
    expect(page.text).not.toContain('Gern auch');
    const body = new URLSearchParams({
      act: 'yes',
      version: page.hidden('version'),
      language: 'de',
      channel: 'email',
    });
    const headers = { cookie: visit.cookie, 'sec-fetch-site': 'same-origin', ...gpc };
    await portal.request(await questionOf(visit), { method: 'POST', body, headers });
    const consent = await visit.consent('alpenrad', 'newsletter');
    expect(await record(consent?.lastIndex)).toMatchObject({ kind: 'granted', gpc: true });
  });

  async function freshSession(visit: CustomerVisit): Promise<CustomerVisit> {
    const { core, auth } = portal.services;
    const wish = { principal: customerPrincipal(visit.customerId), remember: false, steppedUp: false };
    const opened = await core.storage.transact((tx) => openSession(core, tx, wish, core.world.now()));
    marketer = await portal.signIn('marketer-alpenrad');
    return visitAs(portal, visit.customerId, auth.cookie(opened).split(';')[0] ?? '');
  }
});
