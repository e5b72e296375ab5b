import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CustomerVisit, freshCustomer, sayYes } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

const NEWSLETTER = '/me/companies/alpenrad/newsletter';
const TEST_RIDES = '/me/companies/alpenrad/test-rides';
const SIMILAR = '/me/companies/alpenrad/similar-products';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal();
});
afterAll(async () => {
  const { whole, report } = await portal.services.checkLog();
  expect(report?.faults).toEqual([]);
  expect(whole).toBe(true);
  await portal.stop();
});

let count = 0;
const newcomer = (): Promise<CustomerVisit> =>
  freshCustomer(portal, `nein${count++}@beispiel.at`, ['alpenrad', 'rheinstrom']);

describe('taking back', () => {
  test('is one post without a reason, acts at once, and the way back is a new event', async () => {
    const visit = await newcomer();
    await sayYes(visit, NEWSLETTER, { field: 'given-name' });
    const before = await visit.consent('alpenrad', 'newsletter');
    const ended = await visit.act(NEWSLETTER, { act: 'no', language: 'de' });
    expect(ended.text).toContain('Vorher: Ja. Jetzt: zurückgenommen.');
    expect(ended.text).toContain('Ab jetzt liest Alpenrad dafür nichts mehr.');
    expect((await visit.get('/me')).text).not.toContain('Neues rund ums Rad');

    const back = await visit.act(NEWSLETTER, { act: 'undo', index: ended.hidden('index'), language: 'de' });
    expect(back.text).toContain('Rückgängig gemacht.');
    expect(back.text).toContain('Vorher: zurückgenommen. Jetzt: Ja.');
    const after = await visit.consent('alpenrad', 'newsletter');
    expect(after?.standing).toEqual(before?.standing);
    expect(after?.lastIndex).toBeGreaterThan(before?.lastIndex ?? Number.MAX_SAFE_INTEGER);
    expect(back.html).not.toContain('value="undo"');
  });

  test('can be undone for ten minutes and no longer', async () => {
    const visit = await newcomer();
    await sayYes(visit, NEWSLETTER);
    const ended = await visit.act(NEWSLETTER, { act: 'no', language: 'de' });
    portal.world.advance(10 * 60_000 + 1);
    expect((await visit.get(NEWSLETTER)).html).not.toContain('value="undo"');
    const late = await visit.act(NEWSLETTER, { act: 'undo', index: ended.hidden('index'), language: 'de' });
    expect(late.status).toBe(422);
    expect(late.text).toContain('Die zehn Minuten sind vorbei.');
    expect((await visit.consent('alpenrad', 'newsletter'))?.standing.state).toBe('withdrawn');
  });
});

describe('a no', () => {
  test('to something undecided is stored as a no, apart from "not decided"', async () => {
    const visit = await newcomer();
    const page = await visit.act(NEWSLETTER, { act: 'no', language: 'de' });
    expect(page.text).toContain('Vorher: noch nicht entschieden. Jetzt: Nein.');
    expect((await visit.consent('alpenrad', 'newsletter'))?.standing.state).toBe('refused');
    expect(page.html).not.toContain('value="no"');
    expect(await visit.consent('alpenrad', 'test-rides')).toBeUndefined();
  });

  test('needs no missing value', async () => {
    const visit = await newcomer();
    const page = await visit.act(TEST_RIDES, { act: 'no', language: 'de' });
    expect(page.status).toBe(200);
    expect((await visit.consent('alpenrad', 'test-rides'))?.standing.state).toBe('refused');
  });
});

describe('what runs until somebody says stop', () => {
  test('stops and runs again in the same row with one press each', async () => {
    const visit = await newcomer();
    const running = await visit.get(SIMILAR);
    expect(running.text).toMatch(/Was jetzt gilt .*läuft, bis Sie Stopp sagen/);
    const stopped = await visit.act(SIMILAR, { act: 'no', language: 'de' });
    expect(stopped.text).toContain('Jetzt: gestoppt.');
    expect((await visit.consent('alpenrad', 'similar-products'))?.standing.state).toBe('objected');
    const again = await visit.act(SIMILAR, {
      act: 'yes',
      version: stopped.hidden('version'),
      language: 'de',
    });
    expect(again.text).toContain('Vorher: gestoppt.');
    expect((await visit.consent('alpenrad', 'similar-products'))?.standing.state).toBe('open');
    const controls = [running, stopped].map(
      (page) => /<button type="submit" class="([^"]*)" name="act"/.exec(page.html)?.[1],
    );
    expect(controls[0]).toBe(controls[1]);
  });
});

describe('what has no choice', () => {
  test.each(['alpenrad/warranty', 'rheinstrom/bill'])('%s shows why and no control', async (path) => {
    const visit = await newcomer();
    const page = await visit.get(`/me/companies/${path}`);
    expect(page.text).toContain('Darum gibt es hier keine Wahl.');
    expect(page.html).not.toContain('name="act"');
    const forced = await visit.act(`/me/companies/${path}`, { act: 'no', language: 'de' });
    expect(forced.status).toBe(422);
    expect(forced.text).toContain('Hier gibt es nichts zu entscheiden.');
  });
});

describe('a form', () => {
  test('that is sent twice counts once, and an old one never overrides a later answer', async () => {
    const visit = await newcomer();
    const page = await visit.get(NEWSLETTER);
    const form = {
      'intent-id': randomUUID(),
      act: 'yes',
      version: page.hidden('version'),
      language: 'de',
      channel: 'email',
    };
    const answers = await Promise.all([visit.post(NEWSLETTER, form), visit.post(NEWSLETTER, form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const granted = await visit.consent('alpenrad', 'newsletter');
    await visit.act(NEWSLETTER, { act: 'no', language: 'de' });
    await visit.act(NEWSLETTER, form);
    const now = await visit.consent('alpenrad', 'newsletter');
    expect(now?.standing.state).toBe('withdrawn');
    expect(granted?.standing.state).toBe('granted');
    const { ledger } = portal.services.core.storage.read;
    expect((await ledger.ofCustomer(visit.customerId, 20)).map(({ kind }) => kind)).toEqual([
      'withdrawn',
      'granted',
      'connected',
      'connected',
    ]);
  });

  test('on a page that "back" brought again takes the other answer, with the same id', async () => {
    const visit = await newcomer();
    const page = await visit.get(NEWSLETTER);
    const form = {
      'intent-id': page.hidden('intent-id'),
      version: page.hidden('version'),
      language: 'de',
      channel: 'email',
    };
    await visit.act(NEWSLETTER, { ...form, act: 'yes' });
    await visit.act(NEWSLETTER, { ...form, act: 'no' });
    expect((await visit.consent('alpenrad', 'newsletter'))?.standing.state).toBe('withdrawn');
  });

  test('that is not one of ours is refused and changes nothing', async () => {
    const visit = await newcomer();
    for (const fields of [
      {},
      { act: 'maybe' },
      { act: 'yes' },
      { act: 'yes', version: 'x' },
      { act: 'undo' },
      { act: 'undo', index: 'x' },
    ]) {
      expect((await visit.post(NEWSLETTER, fields)).status).toBe(400);
    }
    expect(await visit.consent('alpenrad', 'newsletter')).toBeUndefined();
  });

  test('from somebody who is not connected is refused in words', async () => {
    const visit = await freshCustomer(portal, `fremd${count++}@beispiel.at`);
    const page = await visit.get(NEWSLETTER);
    expect(page.text).toContain('Sie und Alpenrad sind nicht verbunden.');
    expect(page.html).not.toContain('name="act"');
    expect((await visit.act(NEWSLETTER, { act: 'no', language: 'de' })).status).toBe(422);
  });

  test('from another site does not arrive', async () => {
    const visit = await newcomer();
    const response = await portal.request(NEWSLETTER, {
      method: 'POST',
      body: new URLSearchParams({ act: 'no' }),
      headers: { cookie: visit.cookie, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    });
    expect(response.status).toBe(403);
    expect(await visit.consent('alpenrad', 'newsletter')).toBeUndefined();
  });
});
