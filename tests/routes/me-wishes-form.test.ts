import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CustomerVisit, freshCustomer } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let visit: CustomerVisit;

beforeAll(async () => {
  portal = await startTestPortal();
  visit = await freshCustomer(portal, 'formular@beispiel.at', ['alpenrad', 'rheinstrom']);
});
afterAll(() => portal.stop());

test('one press saves what was ticked in every part; a part to mend loses none of the others', async () => {
  const form = {
    act: 'wishes',
    shown: ['topics', 'channels', 'often', 'quiet'],
    topic: ['offers'],
    channel: ['post'],
    most: '3',
    zone: 'Europe/Vienna',
  };
  const wrong = await visit.post('/me/preferences?done=topics&was=topics:', {
    ...form,
    from: '08:00',
    to: '08:00',
  });
  expect(wrong.status).toBe(422);
  const kept = await wrong.text();
  expect(kept).toMatch(/checked="" value="offers"/);
  expect(kept).toMatch(/checked="" value="post"/);
  expect(kept).toMatch(/<option value="3" selected="">/);
  expect(kept).not.toContain('Ihre Themen sind gespeichert.');

  const saved = await visit.act('/me/preferences', { ...form, from: '22:00', to: '07:00' });
  expect(saved.text).toContain('Ihre Wünsche sind gespeichert.');
  for (const change of [
    'Jetzt: ohne Angebote.',
    'Jetzt: nicht über Post.',
    'Jetzt: höchstens 3 Nachrichten in 7 Tagen.',
    'Jetzt: 22:00 bis 07:00 Uhr.',
  ])
    expect(saved.text).toContain(change);
  const byHand = await visit.get('/me/preferences?done=channels&was=foo');
  expect(byHand.text).not.toContain('gespeichert');
  // The history says what was wished, and each entry what it changed.
  const history = await visit.get('/me/history');
  expect(
    history.text.match(/ohne Angebote · nicht über Post · höchstens 3 Nachrichten in 7 Tagen/g),
  ).toHaveLength(1);
  // One press, one line; each company's own entry is behind its name.
  expect(history.text).toMatch(/22:00 bis 07:00 Uhr (Rheinstrom · Alpenrad|Alpenrad · Rheinstrom) /);
  const entry = /href="(\/me\/history\/\d+)"/.exec(history.html)?.[1] ?? '';
  expect((await visit.get(entry)).text).toMatch(
    /Was sich geändert hat Vorher: kein Thema abgeschaltet\. Jetzt: ohne Angebote\..*Was seitdem gilt/,
  );
  const same = await visit.act('/me/preferences', { ...form, from: '22:00', to: '07:00' });
  expect(same.text).toContain('Es hat sich nichts geändert.');
  await visit.act('/me/preferences', {
    ...form,
    topic: [],
    channel: [],
    most: 'any',
    from: 'none',
    to: '07:00',
  });
});

test('a wish for all says where another one holds, and leaves no entry there', async () => {
  const { ledger } = portal.services.core.storage.read;
  await visit.act('/me/preferences/alpenrad', { act: 'wishes', shown: 'topics', topic: ['surveys'] });
  const before = (await ledger.state())?.size ?? 0;
  const page = await visit.act('/me/preferences', { act: 'wishes', shown: 'topics', topic: ['offers'] });
  expect(page.text).toContain('Anders gewählt haben Sie bei: Alpenrad. Dort gilt Ihre eigene Wahl.');
  const written = await ledger.ofCustomer(visit.customerId, 5);
  const companies = written.filter(({ index }) => index >= before).map(({ companyId }) => companyId);
  expect(companies).toEqual([(await portal.services.core.storage.read.company.findBySlug('rheinstrom'))?.id]);
  await visit.act('/me/preferences', { act: 'wishes', shown: 'topics', topic: [] });
  await visit.act('/me/preferences/alpenrad', { act: 'topics-default' });
});
