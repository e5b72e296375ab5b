import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ExportManifest } from '#schema/export-manifest.ts';
import { ExportedDisclosure, ExportedEntry, OwnExport } from '#schema/own-export.ts';
import { verifyEntry } from '#tests/api/tlog-verifier.ts';
import { freshCustomer } from '#tests/support/customer-visit.ts';
import { readCsv } from '#tests/support/read-csv.ts';
import { readZip } from '#tests/support/read-zip.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let files: Map<string, Buffer>;
let data: OwnExport;

async function download(cookie: string): Promise<Map<string, Buffer>> {
  const response = await portal.post('/me/export/file', cookie, {});
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="driverseat-[\d-]+\.zip"$/,
  );
  expect(response.headers.get('cache-control')).toBe('no-store');
  return readZip(Buffer.from(await response.arrayBuffer()));
}

const linesOf = (name: string): string[] => text(name).split('\n').slice(0, -1);
const entries = (): ExportedEntry[] =>
  [...files.keys()]
    .filter((name) => name.startsWith('proofs/'))
    .flatMap(linesOf)
    .map((line) => ExportedEntry.parse(JSON.parse(line)))
    .sort((a, b) => a.index - b.index);
const looks = (): ExportedDisclosure[] =>
  linesOf('disclosures.ndjson').map((line) => ExportedDisclosure.parse(JSON.parse(line)));

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const text = (name: string): string => files.get(name)?.toString('utf8') ?? '';

beforeAll(async () => {
  portal = await startTestPortal();
  await portal.services.signHead();
  files = await download(await portal.signIn('anna', { steppedUp: true }));
  data = OwnExport.parse(JSON.parse(text('driverseat-export.json')));
});
afterAll(() => portal.stop());

test('needs a fresh code, and leads to it and back', async () => {
  const cookie = await portal.signIn('anna');
  const page = await (await portal.get('/me/export', cookie)).text();
  expect(page).toContain('href="/step-up?to=%2Fme%2Fexport"');
  expect(page).not.toContain('/me/export/file');
  const refused = await portal.post('/me/export/file', cookie, {});
  expect(refused.status).toBe(302);
  expect(refused.headers.get('location')).toBe('/step-up?to=%2Fme%2Fexport%2Ffile');

  const fresh = await portal.signIn('anna', { steppedUp: true });
  expect(await (await portal.get('/me/export', fresh)).text()).toContain('action="/me/export/file"');
});

test('the manifest lists every file with its size and SHA-256', () => {
  const manifest = ExportManifest.parse(JSON.parse(text('manifest.json')));
  expect(manifest.files.map(({ name }) => name).sort()).toEqual(
    [...files.keys()].filter((name) => name !== 'manifest.json').sort(),
  );
  for (const { name, size, sha256 } of manifest.files) {
    const bytes = files.get(name) ?? Buffer.alloc(0);
    expect([size, sha256], name).toEqual([bytes.length, createHash('sha256').update(bytes).digest('hex')]);
  }
});

test('the schema describes the JSON and allows nothing beside it', () => {
  const schema = JSON.parse(text('driverseat-export.schema.json')) as {
    $schema: string;
    required: string[];
    additionalProperties: boolean;
  };
  expect(schema.$schema).toContain('json-schema.org');
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required.sort()).toEqual(Object.keys(data).sort());
});

describe('is complete', () => {
  test('every event of the log that is hers, and none that is not', async () => {
    const { read } = portal.services.core.storage;
    const { id } = await anna();
    const relationships = await read.relationship.allOfCustomer(id);
    const expected = (
      await Promise.all(relationships.map((one) => read.ledger.ofRelationship(one.id)))
    ).flat();
    const own = entries();
    expect(own.map(({ index }) => index)).toEqual(expected.map(({ index }) => index).sort((a, b) => a - b));
    expect(data.counts).toEqual({ entries: own.length, disclosures: looks().length, brought: 3 });
    expect(data.companies.map(({ subject }) => subject).sort()).toEqual(
      relationships.map(({ subject }) => subject).sort(),
    );
    for (const { record } of own)
      expect(data.companies.map(({ subject }) => subject)).toContain(record.subject);
    expect(text('driverseat-export.json')).not.toContain(id);
  });

  test('every look and every value, in JSON and in tables', async () => {
    const { read } = portal.services.core.storage;
    const { id } = await anna();
    const stored = await read.disclosure.looksOfCustomer(id, { limit: 10_000 });
    expect(looks().map(({ index }) => index)).toEqual(stored.map(({ ledgerIndex }) => ledgerIndex));
    expect(data.profile.find(({ field }) => field === 'given-name')?.value).toBe('Anna');
    for (const [name, rows] of [
      ['profile', data.profile],
      ['companies', data.companies],
      ['consents', data.consents],
      ['events', entries()],
      ['disclosures', looks()],
      ['preferences', data.preferences],
      ['uses', data.uses],
    ] as const) {
      const table = readCsv(text(`tables/${name}.csv`));
      expect(table.length, name).toBe(rows.length + 1);
      expect(new Set(table.map((row) => row.length)).size, name).toBe(1);
    }
    const mobile = readCsv(text('tables/profile.csv')).find(([field]) => field === 'mobile');
    expect(mobile?.[2]).toMatch(/^'\+/);
  });

  test('every text that a decision points to, byte for byte', () => {
    const pointed = new Set(entries().flatMap(({ textHash }) => textHash ?? []));
    expect(pointed.size).toBeGreaterThan(0);
    expect(new Set(data.texts.map(({ textHash }) => textHash))).toEqual(pointed);
    for (const hash of pointed) {
      const bytes = files.get(`texts/${hash}.json`) ?? Buffer.alloc(0);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
    }
  });
});

test('one value stands for all files: what sha256sum prints of them', () => {
  const manifest = ExportManifest.parse(JSON.parse(text('manifest.json')));
  const printed = manifest.files.map(
    ({ name }) => `${sha256(files.get(name) ?? Buffer.alloc(0))}  ${name}\n`,
  );
  expect(sha256(Buffer.from(printed.join('')))).toBe(manifest.filesSha256);
});

test('each entry is a file of its own, and proves itself to a verifier that shares nothing with the portal', () => {
  const proved = entries();
  expect(proved.length).toBeGreaterThan(10);
  const vkey = portal.services.verifierKey;
  expect(text('log/key.txt')).toBe(`${vkey}\n`);
  for (const entry of proved) {
    expect(files.has(`proofs/${entry.index}.json`)).toBe(true);
    expect(entry.log.checkpoint).toBe(text('log/checkpoint.txt'));
    verifyEntry(entry, vkey);
    verifyEntry(entry);
    expect(() => verifyEntry({ ...entry, index: entry.index + 1 })).toThrow();
    expect(() =>
      verifyEntry({ ...entry, record: { ...entry.record, at: '2020-01-01T00:00:00.000Z' } }),
    ).toThrow('leaf hash');
  }
});

test('every text also as a page, in the language it had', () => {
  for (const { textHash, language } of data.texts) {
    const page = text(`texts/${textHash}.html`);
    expect(page).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}">`));
    expect(page).not.toMatch(/<script|<link|<img|src=/);
  }
});

test('says what is in it, in the words of the customer', () => {
  expect(text('README.txt')).toContain('Ihre Daten aus Driverseat');
  expect(text('README.txt')).toContain('RFC 6962');
});

test('the page reads offline: no script, nothing from elsewhere, all in words', () => {
  const page = text('index.html');
  expect(page).not.toMatch(/<script|\son\w+=|<link|<img|<iframe|src=|@import|url\(/);
  // Links lead to a place on the page, to a file beside it, or to a company's address for mails.
  const places = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => `#${id}`));
  for (const [, href = ''] of page.matchAll(/href="([^"]*)"/g))
    expect(href.startsWith('mailto:') || files.has(href) || places.has(href), href).toBe(true);
  expect(/<style>[^<]*\.facts-lines > div/.test(page)).toBe(true);
  expect(page).toContain('Anna');
  expect(page).toContain('Neues rund ums Rad');
  expect(page).toMatch(/Alpenrad hat in einer Liste gelesen: /);
});

test('a new customer gets a whole file too, and hostile values run nowhere', async () => {
  const visit = await freshCustomer(portal, 'klein@beispiel.at', ['alpenrad']);
  await visit.act('/me/profile/identity', {
    'value.given-name': '=HYPERLINK("http://evil.example","x")',
    'value.family-name': '<img src=x onerror=alert(1)>',
  });
  files = await download(visit.cookie);
  const own = OwnExport.parse(JSON.parse(text('driverseat-export.json')));
  expect(own.profile.find(({ field }) => field === 'given-name')?.value).toBe(
    '=HYPERLINK("http://evil.example","x")',
  );
  const cell = readCsv(text('tables/profile.csv')).find(([field]) => field === 'given-name')?.[2];
  expect(cell).toMatch(/^'=/);
  expect(text('index.html')).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(own.counts.entries).toBe(1);
  // The head is older than she is: nothing is claimed that cannot be shown.
  expect(entries()[0]?.proof).toMatchObject({ treeSize: null, hashes: [] });
});

async function anna() {
  const person = portal.services.demoPeople().find(({ slug }) => slug === 'anna');
  const id = person?.principal.split(':')[1];
  const customer = id && (await portal.services.core.storage.read.customer.find(id as never));
  if (!customer) throw new Error('no anna');
  return customer;
}
