import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OwnFile } from '#app/core/export/own-file-store.ts';
import type { Job } from '#app/core/job/job-store.ts';
import { DAY_MS, HOUR_MS } from '#app/core/shared/calendar.ts';
import { openSession } from '#app/core/sign-in/open-session.ts';
import { customerPrincipal } from '#app/core/sign-in/principal.ts';
import { buildOwnFile, removeExpiredFiles } from '#app/files/build-own-file.ts';
import { ExportedEntry } from '#schema/own-export.ts';
import { verifyEntry } from '#tests/api/tlog-verifier.ts';
import { type CustomerVisit, freshCustomer, visitAs } from '#tests/support/customer-visit.ts';
import { addEntries } from '#tests/support/long-history.ts';
import { readZip } from '#tests/support/read-zip.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let visit: CustomerVisit;

const ENTRIES = 2_500;
const CANARY = 'Zwetschkenkrampus';

beforeAll(async () => {
  portal = await startTestPortal();
  visit = await freshCustomer(portal, 'lang@beispiel.at', ['alpenrad']);
  await visit.act('/me/profile/identity', { 'value.family-name': CANARY });
  await addEntries(portal.services.core, visit.customerId, ENTRIES);
  await portal.services.signHead();
}, 120_000);
afterAll(() => portal.stop());

const file = (): Promise<OwnFile | undefined> =>
  portal.services.core.storage.read.ownFile.find(visit.customerId, 'export');
const onDisk = (): string[] => {
  const folder = join(portal.dataDir, 'exports');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const fetchFile = () => portal.post('/me/export/file', visit.cookie, {});

test('a long history is not made while one waits: the page says so, and there is no file yet', async () => {
  const page = await visit.get('/me/export');
  expect(page.text).toContain('Bei Ihnen sind es 2.501 Einträge.');
  expect(page.html).not.toContain('/me/export/file');
  expect((await fetchFile()).status).toBe(404);
  expect(await file()).toBeUndefined();
});

test('ten clicks at once order one file, and the page tells how far it is', async () => {
  await Promise.all(Array.from({ length: 10 }, () => visit.post('/me/export', {})));
  const ordered = await file();
  expect(ordered).toMatchObject({ state: 'waiting', done: 0, total: ENTRIES + 1 });
  const page = await visit.get('/me/export');
  expect(page.text).toContain('Ihre Datei wird gerade erstellt. 0 von 2.501 Einträgen sind geschafft.');
  expect(page.html).not.toContain('http-equiv');
  await portal.services.jobs.drain();
  expect(onDisk()).toEqual([`${ordered?.id}.sealed`]);
  expect(await file()).toMatchObject({ id: ordered?.id, state: 'ready', done: ENTRIES + 1 });
});

test('what lies on disk is sealed', async () => {
  const bytes = readFileSync(join(portal.dataDir, 'exports', onDisk()[0] ?? ''));
  expect(bytes.length).toBeGreaterThan(100_000);
  expect(bytes.subarray(0, 4).toString('latin1')).not.toBe('PK\u0003\u0004');
  expect(bytes.includes(CANARY)).toBe(false);
});

test('ready: a mail says so without telling anything, and the file needs a fresh code', async () => {
  const mails = await portal.services.core.storage.read.demoMail.newest(5);
  const mail = mails.find(({ subject }) => subject === 'Ihre Datei ist fertig');
  expect(mail?.recipient).toBe('lang@beispiel.at');
  expect(mail?.text).toContain('http://portal.test/me/export');
  expect(mail?.text).not.toContain(CANARY);

  const page = await visit.get('/me/export');
  expect(page.text).toMatch(/Ihre Datei ist fertig\. Sie ist [\d.,]+ [KM]B groß und liegt hier bis/);
  portal.world.advance(6 * 60_000);
  const stale = await fetchFile();
  expect([stale.status, stale.headers.get('location')]).toEqual([302, '/step-up?to=%2Fme%2Fexport%2Ffile']);
});

test('the fetched file is whole, in few parts, and each entry proves itself', async () => {
  const { core } = portal.services;
  const session = await freshCookie();
  const response = await portal.post('/me/export/file', session, {});
  expect(response.status).toBe(200);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(response.headers.get('content-length')).toBe(String(bytes.length));
  const files = await readZip(bytes);
  const proofs = [...files].filter(([name]) => name.startsWith('proofs/'));
  expect(proofs.map(([name]) => name.replace(/\d+-\d+/, 'n'))).toEqual(Array(3).fill('proofs/n.ndjson'));
  const entries = proofs.flatMap(([, text]) =>
    text
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => ExportedEntry.parse(JSON.parse(line))),
  );
  expect(entries.map(({ index }) => index)).toEqual(
    await core.storage.read.ledger.indicesOfCustomer(visit.customerId),
  );
  for (const entry of entries) verifyEntry(entry, portal.services.verifierKey);
  expect(files.get('index.html')?.toString('utf8')).toContain('Hier stehen die 500 neuesten Zeilen.');
  expect(files.get('tables/events.csv')?.toString('utf8').split('\r\n')).toHaveLength(ENTRIES + 3);
});

test('a file that was changed or cut short on disk is not given out as if it were whole', async () => {
  const path = join(portal.dataDir, 'exports', onDisk()[0] ?? '');
  const whole = readFileSync(path);
  const session = await freshCookie();
  const changed = Buffer.from(whole);
  changed.writeUInt8((changed.at(-40) ?? 0) ^ 1, changed.length - 40);
  for (const broken of [changed, whole.subarray(0, 65_568)]) {
    writeFileSync(path, broken);
    const got = await portal
      .post('/me/export/file', session, {})
      .then(async (response) => ({
        status: response.status,
        bytes: (await response.arrayBuffer()).byteLength,
      }))
      .catch(() => 'broken off' as const);
    expect(got === 'broken off' || got.status !== 200, JSON.stringify(got)).toBe(true);
  }
  writeFileSync(path, whole);
});

test('nobody else gets it', async () => {
  const other = await freshCustomer(portal, 'andere@beispiel.at', ['alpenrad']);
  const files = await readZip(
    Buffer.from(await (await portal.post('/me/export/file', other.cookie, {})).arrayBuffer()),
  );
  expect(files.get('driverseat-export.json')?.toString('utf8')).not.toContain(CANARY);
  expect((await portal.post('/me/export/file', await portal.signIn('marketer-alpenrad'), {})).status).toBe(
    404,
  );
});

test('a new file takes the place of the old one; after its time it is gone', async () => {
  const before = await file();
  const page = visitAs(portal, visit.customerId, await freshCookie());
  await page.post('/me/export', {});
  const after = await file();
  expect(after?.id).not.toBe(before?.id);
  await portal.services.jobs.drain();
  expect((await file())?.state).toBe('ready');

  portal.world.advance(7 * DAY_MS + HOUR_MS);
  expect((await portal.post('/me/export/file', await freshCookie(), {})).status).toBe(404);
  const { core, shelf, verifierKey } = portal.services;
  await removeExpiredFiles({ ...core, shelf, verifierKey });
  expect(await file()).toBeUndefined();
  expect(onDisk()).not.toContain(`${after?.id}.sealed`);
});

test('two nodes at one file: the one that lost it stops, two that did not know make one file and one mail', async () => {
  await visitAs(portal, visit.customerId, await freshCookie()).post('/me/export', {});
  const { core, shelf, verifierKey } = portal.services;
  const files = { ...core, shelf, verifierKey };
  const ordered = await file();
  const job = orderOf(ordered);
  const lost = AbortSignal.abort(new Error('another runner has the job'));
  await expect(buildOwnFile(files, job, lost)).rejects.toThrow('another runner');
  expect((await file())?.state).toBe('building');

  const before = await mailsReady();
  await Promise.all([1, 2].map(() => buildOwnFile(files, job, new AbortController().signal)));
  expect(await file()).toMatchObject({ id: ordered?.id, state: 'ready' });
  expect(onDisk().filter((name) => name.startsWith(ordered?.id ?? '?'))).toEqual([`${ordered?.id}.sealed`]);
  await portal.services.jobs.drain();
  expect(await mailsReady()).toBe(before + 1);
  const response = await portal.post('/me/export/file', await freshCookie(), {});
  expect((await readZip(Buffer.from(await response.arrayBuffer()))).has('manifest.json')).toBe(true);
});

test('a build that fails says so, and the next one works', async () => {
  await visitAs(portal, visit.customerId, await freshCookie()).post('/me/export', {});
  const { core, shelf, verifierKey } = portal.services;
  const job = orderOf(await file());
  const nowhere = { ...shelf, path: () => join(portal.dataDir, 'keys', 'kek.key', 'x') };
  await expect(
    buildOwnFile({ ...core, shelf: nowhere, verifierKey }, job, new AbortController().signal),
  ).rejects.toThrow();
  expect((await file())?.state).toBe('failed');
  expect((await visit.get('/me/export')).status).toBe(302);
  const page = visitAs(portal, visit.customerId, await freshCookie());
  expect((await page.get('/me/export')).text).toContain('Die Datei ist nicht fertig geworden.');
  await page.post('/me/export', {});
  await portal.services.jobs.drain();
  expect((await file())?.state).toBe('ready');
});

async function mailsReady(): Promise<number> {
  const mails = await portal.services.core.storage.read.demoMail.newest(200);
  return mails.filter(({ subject }) => subject === 'Ihre Datei ist fertig').length;
}

const orderOf = (ordered: OwnFile | undefined): Job => ({
  id: 'x',
  kind: 'build-own-file',
  payload: JSON.stringify({ customerId: visit.customerId, fileId: ordered?.id }),
  sealed: null,
  keyId: null,
  runAt: portal.world.now(),
  attempts: 1,
});

async function freshCookie(): Promise<string> {
  const { core, auth } = portal.services;
  const wish = { principal: customerPrincipal(visit.customerId), remember: false, steppedUp: true };
  const opened = await core.storage.transact((tx) => openSession(core, tx, wish, core.world.now()));
  return auth.cookie(opened).split(';')[0] ?? '';
}
