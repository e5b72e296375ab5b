import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '#app/core/shared/calendar.ts';
import { openSession } from '#app/core/sign-in/open-session.ts';
import { customerPrincipal } from '#app/core/sign-in/principal.ts';
import { type CustomerVisit, freshCustomer, visitAs } from '#tests/support/customer-visit.ts';
import { PNG_DOT } from '#tests/support/pictures.ts';
import { sendPictures } from '#tests/support/send-pictures.ts';
import { type RawUpload, uploadRaw } from '#tests/support/slow-upload.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

const MIB = 1024 * 1024;
const NEW = '/me/messages/new?company=alpenrad';
const TYPED = {
  concern: 'need',
  title: 'Winterreifen',
  text: 'Bitte bis Freitag, mit "Spikes".',
  wishedBy: '',
};

let portal: TestPortal;
let clara: CustomerVisit;

beforeAll(async () => {
  portal = await startTestPortal();
  clara = await freshCustomer(portal, 'hochladen@beispiel.at', ['alpenrad']);
});
afterAll(() => portal.stop());

const upload = (cookie: string | undefined, fileBytes: number, more: Partial<RawUpload> = {}) =>
  uploadRaw(Number(new URL(portal.url).port), { path: NEW, cookie, fields: TYPED, fileBytes, ...more });

const FORGED = `session=${'b'.repeat(43)}`;
const STRANGERS: readonly (readonly [string, string | undefined, Partial<RawUpload>])[] = [
  ['without a cookie', undefined, {}],
  ['with a session that nobody knows', FORGED, {}],
  ['without a stated length', FORGED, { chunked: true }],
  ['to the import', FORGED, { path: '/me/import' }],
  ['with a right', undefined, { path: '/me/rights/new?kind=access' }],
  ['as staff', FORGED, { path: `/company/messages/${'0'.repeat(32)}` }],
  ['as officer', FORGED, { path: `/officer/requests/${'0'.repeat(32)}/reply` }],
];

test.each(STRANGERS)('50 MB %s are answered and not read', async (_, cookie, more) => {
  const { status, head, sentBytes } = await upload(cookie, 50 * MIB, more);
  expect(status).toBe(302);
  expect(head).toMatch(/location: \/sign-in\?to=\S*ended=1/i);
  expect(head).toMatch(/connection: close/i);
  // What lies in the buffers of the two sockets, and no more.
  expect(sentBytes).toBeLessThan(16 * MIB);
});

test('twenty strangers with 50 MB each, at once, cost no memory', async () => {
  await upload(undefined, 50 * MIB);
  const before = process.memoryUsage().rss;
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  const ends = await Promise.all(Array.from({ length: 20 }, () => upload(undefined, 50 * MIB)));
  clearInterval(watch);
  for (const { status } of ends) expect(status).toBe(302);
  const grownMib = (Math.max(most, process.memoryUsage().rss) - before) / MIB;
  console.log(`grown by ${grownMib.toFixed(0)} MiB`);
  expect(grownMib).toBeLessThan(150);
});

test('an account of the other kind is answered as if the page were not there, and not read either', async () => {
  const staffPath = `/company/messages/${'0'.repeat(32)}`;
  for (const [cookie, path] of [
    [clara.cookie, staffPath],
    [await portal.signIn('marketer-alpenrad'), '/me/messages/new'],
  ] as const) {
    const { status, sentBytes } = await upload(cookie, 50 * MIB, { path });
    expect(status).toBe(404);
    expect(sentBytes).toBeLessThan(16 * MIB);
  }
});

test('what is too large together is said on the page itself, with what was typed', async () => {
  const { status, body, head } = await upload(clara.cookie, 20 * MIB);
  expect(status).toBe(413);
  expect(head).toMatch(/set-cookie: kept=/i);
  expect(body).toContain('Die Dateien sind zusammen zu groß. Möglich sind 16 MB.');
  expect(body).toContain('Ihr Text steht wieder da.');
  expect(body).toContain('Bitte bis Freitag, mit &quot;Spikes&quot;.');
  expect(body).toContain('value="Winterreifen"');
  expect(/<input[^>]*value="need"[^>]*>/.exec(body)?.[0]).toContain('checked');
  const chunked = await upload(clara.cookie, 20 * MIB, { chunked: true });
  expect(chunked.status).toBe(413);
  expect(chunked.body).toContain('Ihr Text steht wieder da.');
  expect((await clara.get('/me/messages')).text).toContain('Noch kein Gespräch.');
});

test('a third upload of one person waits for nothing: it is told so, and its text is kept', async () => {
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  const waitAfter = { bytes: MIB, go: held };
  const first = [upload(clara.cookie, 2 * MIB, { waitAfter }), upload(clara.cookie, 2 * MIB, { waitAfter })];
  // Text alone needs no place, and other people have places of their own.
  await expect
    .poll(async () => (await upload(clara.cookie, MIB)).status, { timeout: 10_000, interval: 50 })
    .toBe(429);
  const third = await upload(clara.cookie, MIB);
  expect(third.head).toMatch(/retry-after: \d+/i);
  expect(third.body).toContain('Sie senden gerade schon Dateien.');
  expect(third.body).toContain('value="Winterreifen"');
  expect((await sendPictures(portal, clara.cookie, NEW, TYPED, [PNG_DOT])).status).toBe(303);
  const ben = await freshCustomer(portal, 'auch@beispiel.at', ['alpenrad']);
  expect((await upload(ben.cookie, MIB)).status).toBe(422);
  go();
  // Their files were no pictures, which only those who read them can know.
  for (const { status } of await Promise.all(first)) expect(status).toBe(422);
  expect((await upload(clara.cookie, MIB)).status).toBe(422);
});

test('one line with many accounts that send nothing blocks nobody, and its own next person only for seconds', async () => {
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  const waitAfter = { bytes: MIB, go: held };
  const accounts = await Promise.all(
    ['eins', 'zwei', 'drei'].map((name) => freshCustomer(portal, `${name}@leitung.at`, ['alpenrad'])),
  );
  const [one, two, three] = accounts.map(({ cookie }) => cookie);
  const dawdlers = [one, one, two, two].map((cookie) => upload(cookie, 2 * MIB, { waitAfter }));
  // All four places of this line are held once their senders are told to wait.
  await expect.poll(async () => (await upload(one, MIB)).status, { timeout: 10_000, interval: 50 }).toBe(429);
  const began = performance.now();
  expect((await upload(clara.cookie, MIB, { from: '127.0.0.2' })).status).toBe(422);
  const otherLineMs = performance.now() - began;
  const waited = await upload(three, MIB);
  const sameLineMs = performance.now() - began;
  expect(waited.status).toBe(422);
  console.log(`other line ${otherLineMs.toFixed(0)} ms, same line ${sameLineMs.toFixed(0)} ms`);
  expect(otherLineMs).toBeLessThan(3_000);
  expect(sameLineMs).toBeLessThan(10_000);
  go();
  const ends = await Promise.all(dawdlers);
  // Once nobody waits any more, who is in nobody's way may take the time.
  for (const { status } of ends) expect([408, 422]).toContain(status);
  const cut = ends.find(({ status }) => status === 408);
  expect(cut?.body).toContain('Das Senden hat zu lange gedauert.');
  expect(cut?.body).toContain('value="Winterreifen"');
});

test('a session that ended while somebody wrote: the text comes back after the sign-in, large pictures or not', async () => {
  const dora = await freshCustomer(portal, 'dora@beispiel.at', ['alpenrad']);
  portal.world.advance(DAY_MS);
  const { core, auth } = portal.services;
  for (const bytes of [MIB, 20 * MIB]) {
    const ended = await upload(dora.cookie, bytes);
    expect(ended.status).toBe(302);
    const kept = /set-cookie: (kept=[\w-]+)/i.exec(ended.head)?.[1];
    const wish = { principal: customerPrincipal(dora.customerId), remember: false, steppedUp: false };
    const opened = await core.storage.transact((tx) => openSession(core, tx, wish, core.world.now()));
    const cookie = auth.cookie(opened).split(';')[0] ?? '';
    const back = visitAs(portal, dora.customerId, cookie);
    expect((await back.get(NEW, { cookie: `${cookie}; ${kept}` })).html).toContain('value="Winterreifen"');
  }
});
