import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CustomerVisit, freshCustomer } from '#tests/support/customer-visit.ts';
import { manifestFor, packZip } from '#tests/support/own-zip-files.ts';
import { readZip } from '#tests/support/read-zip.ts';
import type { TestPortal } from '#tests/support/test-portal.ts';
import { filesOnDisk, logSize, startTwoPortals, type TwoPortals } from '#tests/support/two-portals.ts';
import { uploadZip } from '#tests/support/upload.ts';

let portals: TwoPortals;
let here: TestPortal;
let there: TestPortal;
let zip: Buffer;
let visit: CustomerVisit;

beforeAll(async () => {
  portals = await startTwoPortals();
  ({ here, there, zip } = portals);
  visit = await freshCustomer(there, 'anna@other.example', ['alpenrad']);
});
afterAll(() => portals.stop());

const refusals: [string, () => Promise<Buffer>, string][] = [
  ['no zip at all', async () => Buffer.from('hello'), 'Das ist keine Zip-Datei'],
  [
    'a changed file',
    async () => {
      const files = await readZip(zip);
      const data = files.get('driverseat-export.json')?.toString('utf8').replaceAll('Anna', 'Eva') ?? '';
      return packZip(new Map<string, Buffer | string>([...files, ['driverseat-export.json', data]]));
    },
    'nicht mehr so, wie sie gemacht wurde: driverseat-export.json',
  ],
  [
    'a later version',
    async () => {
      const files = await readZip(zip);
      return packZip(
        new Map<string, Buffer | string>([
          ...files,
          ['manifest.json', manifestFor(files, { format: 'driverseat/manifest/v9' })],
        ]),
      );
    },
    'Das andere Portal ist neuer als dieses.',
  ],
  [
    'an earlier version',
    async () => {
      const files = new Map<string, Buffer | string>(await readZip(zip));
      const data = String(files.get('driverseat-export.json')).replace('export/v2', 'export/v1');
      files.set('driverseat-export.json', data);
      return packZip(files.set('manifest.json', manifestFor(files)));
    },
    'Holen Sie im anderen Portal bitte eine neue.',
  ],
  ['a bomb', () => packZip([['a', Buffer.alloc(20_000_000)]]), 'viel mehr, als von außen zu sehen ist'],
];
test.each(refusals)('%s: the page says why, and nothing is kept', async (_, build, reason) => {
  const before = await logSize(there);
  const response = await uploadZip(there, visit.cookie, await build());
  expect(response.status).toBe(400);
  const page = await response.text();
  expect(page).toContain(reason);
  expect(page).toContain('Es hat sich nichts geändert.');
  expect(filesOnDisk(there)).toEqual([]);
  const { read } = there.services.core.storage;
  expect(await read.ownFile.find(visit.customerId, 'import')).toBeUndefined();
  expect(await read.foreign.sources(visit.customerId)).toEqual([]);
  expect(await logSize(there)).toBe(before);
});

test('a form without a file, and one that is no form', async () => {
  const body = new FormData();
  body.append('other', 'x');
  const headers = { cookie: visit.cookie, 'sec-fetch-site': 'same-origin', origin: there.config.baseUrl };
  const empty = await there.request('/me/import', { method: 'POST', body, headers });
  expect([empty.status, (await empty.text()).includes('Bitte wählen Sie zuerst eine Datei.')]).toEqual([
    400,
    true,
  ]);
  const broken = await there.request('/me/import', {
    method: 'POST',
    body: 'no parts',
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' },
  });
  expect(broken.status).toBe(400);
});

test('more than may come', async () => {
  const response = await uploadZip(there, visit.cookie, Buffer.alloc(51 * 1024 * 1024)).catch(
    () => undefined,
  );
  if (response) expect([response.status, (await response.text()).includes('zu groß')]).toEqual([400, true]);
  expect(filesOnDisk(there)).toEqual([]);
});

test('from nobody, from staff and from another site', async () => {
  expect((await uploadZip(there, '', zip)).headers.get('location')).toMatch(/^\/sign-in/);
  expect((await uploadZip(here, await here.signIn('marketer-alpenrad'), zip)).status).toBe(404);
  const forged = await there.request('/me/import', {
    method: 'POST',
    body: 'x',
    headers: {
      cookie: visit.cookie,
      'sec-fetch-site': 'cross-site',
      'content-type': 'multipart/form-data; boundary=x',
    },
  });
  expect(forged.status).toBe(403);
  expect(filesOnDisk(there)).toEqual([]);
});
