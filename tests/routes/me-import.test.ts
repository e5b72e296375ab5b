import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import type { CustomerId } from '#schema/ids.ts';
import { BroughtEntry } from '#schema/own-export.ts';
import { verifyEntry } from '#tests/api/tlog-verifier.ts';
import { type CustomerVisit, freshCustomer, visitAs } from '#tests/support/customer-visit.ts';
import { manifestFor, packZip } from '#tests/support/own-zip-files.ts';
import { readZip } from '#tests/support/read-zip.ts';
import type { TestPortal } from '#tests/support/test-portal.ts';
import {
  fetchZip,
  filesOnDisk,
  logSize,
  startTwoPortals,
  type TwoPortals,
} from '#tests/support/two-portals.ts';
import { uploadZip } from '#tests/support/upload.ts';

/* Anna leaves one portal with her file and opens it at the other. */

let portals: TwoPortals;
let here: TestPortal;
let there: TestPortal;
let anna: CustomerId;
let zip: Buffer;
let visit: CustomerVisit;

beforeAll(async () => {
  portals = await startTwoPortals();
  ({ here, there, anna, zip } = portals);
  visit = await freshCustomer(there, 'anna@other.example', ['alpenrad']);
});
afterAll(() => portals.stop());

describe('a file that is taken', () => {
  test('is looked at first: everything side by side, nothing holds yet', async () => {
    await visit.act('/me/profile/identity', { 'value.given-name': 'Änn' });
    const before = await logSize(there);
    const sent = await uploadZip(there, visit.cookie, zip);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/me/import/check']);
    const page = await visit.get('/me/import/check');
    expect(page.text).toContain('Das ist in Ihrer Datei.');
    expect(page.text).toContain('Noch gilt nichts davon.');
    expect(page.text).toContain('Bleibt: Änn');
    expect(page.text).toContain('Aus der Datei: Anna');
    expect(page.html).not.toContain('checked=""');
    expect(page.text).toMatch(/(\d+) Einträge kommen als Beleg mit\. Geprüft und richtig: \1\./);
    expect(page.text).toContain('Hier gilt die, mit der Sie sich anmelden.');
    expect(await logSize(there)).toBe(before);
    expect(Object.keys(await readOwn(there.services.core, visit.customerId))).toHaveLength(2);
    expect(filesOnDisk(there)).toHaveLength(1);
  });

  test('nobody else sees what waits', async () => {
    const other = await freshCustomer(there, 'neugierig@other.example');
    const page = await there.get('/me/import/check', other.cookie);
    expect([page.status, page.headers.get('location')]).toEqual([303, '/me/import']);
    expect((await other.post('/me/import/check', { act: 'take' })).headers.get('location')).toBe(
      '/me/import',
    );
    expect((await other.post('/me/import/check', { act: 'discard' })).status).toBe(303);
    expect(filesOnDisk(there)).toHaveLength(1);
  });

  test('ten presses of the button take it over once', async () => {
    const fields = {
      act: 'take',
      'intent-id': '00000000-0000-4000-8000-000000000001',
      'field.given-name': 'file',
    };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => visit.post('/me/import/check', fields)),
    );
    for (const { status } of answers) expect(status).toBe(303);
    expect(filesOnDisk(there)).toEqual([]);
    expect((await visit.get('/me/import?done=12-2-40')).text).toContain(
      'Neu hier: 12 Angaben, 2 Wünsche und 40 Belege.',
    );
  });

  test('profile and preferences are the same on both sides, each value with its source', async () => {
    const left = await readOwn(here.services.core, anna);
    const right = await readOwn(there.services.core, visit.customerId);
    for (const [field, entry] of Object.entries(left)) {
      // The address is confirmed here; what a company there asks beyond the catalogue is not known here.
      if (field === 'email' || field.startsWith('x-')) continue;
      expect(right[field]?.value, field).toEqual(entry?.value);
      expect(right[field]?.source, field).toBe('import');
      expect(right[field]?.verifiedAt, field).toBeNull();
    }
    expect(right['email']?.value).toBe('anna@other.example');
    const { read } = there.services.core.storage;
    expect(await read.preference.find(visit.customerId, null)).toEqual(
      await here.services.core.storage.read.preference.find(anna, null),
    );
    const alpenrad = await read.company.findBySlug('alpenrad');
    expect((await read.preference.find(visit.customerId, alpenrad?.id ?? null)).channelsOff).toEqual([
      'post',
    ]);
  });

  test('no yes came along: no consent row, nothing permitted, one company', async () => {
    const { read } = there.services.core.storage;
    expect(await read.consent.ofCustomer(visit.customerId)).toEqual([]);
    expect((await read.relationship.allOfCustomer(visit.customerId)).length).toBe(1);
    const home = await visit.get('/me');
    expect(home.text).not.toContain('Neues rund ums Rad ist erlaubt');
  });

  test('the log it came from is untouched', async () => {
    const again = await readZip(await fetchZip(here, await here.signIn('anna', { steppedUp: true })));
    const before = await readZip(zip);
    const proofs = (files: Map<string, Buffer>) =>
      [...files.keys()].filter((name) => name.startsWith('proofs/'));
    expect(proofs(again)).toEqual(proofs(before));
  });

  test('what happened elsewhere is listed as brought along, with its proof and its text', async () => {
    const history = await visit.get('/me/history');
    expect(history.text).toMatch(/Mitgebracht von portal\.test\/log|Mitgebracht von [\w.:]+\/log/);
    expect(history.text).toContain('alle geprüft');
    const sources = await there.services.core.storage.read.foreign.sources(visit.customerId);
    // One of the two she had brought along before: it stays what it was.
    const source = sources.find(({ count }) => count > 10);
    expect(sources.map(({ count }) => count).sort((a, b) => a - b)[0]).toBe(3);
    const list = await visit.get(`/me/history/brought/${source?.source}`);
    expect(list.text).toContain('Hier gilt es nicht.');
    expect(list.text).toMatch(/Sie haben Ja gesagt\. (?:Alpenrad|Rheinstrom|Korn & Kruste)/);
    const links = [...list.html.matchAll(/href="(\/me\/history\/brought\/[0-9a-f]{64}\/[0-9a-f]{32})"/g)];
    const granted = list.html.split('<li').find((item) => item.includes('Sie haben Ja gesagt.'));
    const href = /href="([^"]+)"/.exec(granted ?? '')?.[1] ?? '';
    expect(links.length).toBeGreaterThan(10);
    const entry = await visit.get(href);
    expect(entry.text).toContain('Der Beweis passt zu der Unterschrift, die in der Datei war.');
    expect(entry.text).toContain('Der Text von damals');

    const other = await freshCustomer(there, 'fremd@other.example');
    expect((await other.get(href)).status).toBe(404);
    expect((await other.get(`/me/history/brought/${source?.source}`)).status).toBe(404);
    expect((await visit.get('/me/history/brought/nothing')).status).toBe(404);
  });

  test('nothing of it stands in clear', async () => {
    const database = new Database(join(there.config.dataDir, 'driverseat.sqlite'), { readonly: true });
    const rows = database.prepare('select source, sealed from foreign_entry').all() as {
      source: string;
      sealed: Buffer;
    }[];
    const texts = database.prepare('select text, sealed from foreign_text').all() as {
      text: string;
      sealed: Buffer;
    }[];
    database.close();
    expect(rows.length).toBeGreaterThan(10);
    for (const { source, sealed } of [
      ...rows,
      ...texts.map(({ text, sealed }) => ({ source: text, sealed })),
    ]) {
      expect(source).toMatch(/^[0-9a-f]{64}$/);
      expect(sealed.includes('portal.test') || sealed.includes('driverseat')).toBe(false);
    }
  });

  test('it goes along again from here, still proved, and brings nothing twice', async () => {
    await there.services.signHead();
    const files = await readZip(await fetchZip(there, visit.cookie));
    const lines = files.get('brought/entries.ndjson')?.toString('utf8').trimEnd().split('\n') ?? [];
    const brought = lines.map((line) => BroughtEntry.parse(JSON.parse(line)));
    expect(brought.length).toBeGreaterThan(10);
    for (const entry of brought)
      verifyEntry(entry, entry.log.origin.startsWith('mein.') ? entry.log.key : here.services.verifierKey);
    expect([...files.keys()].some((name) => name.startsWith('brought/texts/'))).toBe(true);

    const { foreign } = there.services.core.storage.read;
    const before = await foreign.sources(visit.customerId);
    await uploadZip(there, visit.cookie, zip);
    await visit.act('/me/import/check', { act: 'take' });
    expect(await foreign.sources(visit.customerId)).toEqual(before);
  });
});

test('a forged history comes along as what it is: not proved', async () => {
  const files = await readZip(zip);
  const name = [...files.keys()].find(
    (one) => files.get(one)?.includes('"kind":"withdrawn"') && one.startsWith('proofs/'),
  );
  const forged =
    files
      .get(name ?? '')
      ?.toString('utf8')
      .replaceAll('"kind":"withdrawn"', '"kind":"granted"') ?? '';
  const changed = new Map<string, Buffer | string>([...files, [name ?? '', forged]]);
  const cheat = await freshCustomer(there, 'cheat@other.example', ['alpenrad']);
  const bytes = await packZip(new Map([...changed, ['manifest.json', manifestFor(changed)]]));
  expect((await uploadZip(there, cheat.cookie, bytes)).status).toBe(303);
  const page = await cheat.get('/me/import/check');
  const [, count, verified] =
    /(\d+) Einträge kommen als Beleg mit\. Geprüft und richtig: (\d+)\./.exec(page.text) ?? [];
  expect(Number(verified)).toBe(Number(count) - 1);
  await cheat.act('/me/import/check', { act: 'take' });
  expect((await cheat.get('/me/history')).text).toContain(
    `${Number(verified) - 3} von ${Number(count) - 3} geprüft`,
  );
});

test('set aside: the file is gone and nothing has changed', async () => {
  const guest = await freshCustomer(there, 'guest@other.example');
  await uploadZip(there, guest.cookie, zip);
  const page = await guest.act('/me/import/check', { act: 'discard' });
  expect(page.text).toContain('Die Datei ist gelöscht. Es hat sich nichts geändert.');
  expect(filesOnDisk(there)).toEqual([]);
  expect(Object.keys(await readOwn(there.services.core, guest.customerId))).toEqual(['email']);
});

test('back to where it came from: what is ours is no evidence, and nothing comes twice', async () => {
  const { foreign } = here.services.core.storage.read;
  const before = await foreign.sources(anna);
  const back = visitAs(here, anna, await here.signIn('anna', { steppedUp: true }));
  expect((await uploadZip(here, back.cookie, zip)).status).toBe(303);
  expect((await back.get('/me/import/check')).text).toContain('3 Einträge kommen als Beleg mit.');
  await back.act('/me/import/check', { act: 'take' });
  expect(await foreign.sources(anna)).toEqual(before);
});
