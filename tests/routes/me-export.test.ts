import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCheckpoint } from '#app/core/ledger/checkpoint.ts';
import { leafEntry } from '#app/core/ledger/leaf.ts';
import { hashLeaf } from '#app/core/ledger/merkle.ts';
import { verifyInclusion } from '#app/core/ledger/merkle-verify.ts';
import { parseVerifierKey } from '#app/core/ledger/note-key.ts';
import type { Manifest } from '#app/files/customer-zip.ts';
import { OwnExport } from '#schema/own-export.ts';
import { freshCustomer } from '#tests/support/customer-visit.ts';
import { readCsv } from '#tests/support/read-csv.ts';
import { readZip } from '#tests/support/read-zip.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let files: Map<string, Buffer>;
let data: OwnExport;

async function download(cookie: string): Promise<Map<string, Buffer>> {
  const response = await portal.get('/me/export/file', cookie);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="driverseat-[\d-]+\.zip"$/,
  );
  expect(response.headers.get('cache-control')).toBe('no-store');
  return readZip(Buffer.from(await response.arrayBuffer()));
}

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
  const refused = await portal.get('/me/export/file', cookie);
  expect(refused.status).toBe(302);
  expect(refused.headers.get('location')).toBe('/step-up?to=%2Fme%2Fexport%2Ffile');

  const fresh = await portal.signIn('anna', { steppedUp: true });
  expect(await (await portal.get('/me/export', fresh)).text()).toContain('href="/me/export/file"');
});

test('the manifest lists every file with its size and SHA-256', () => {
  const manifest = JSON.parse(text('manifest.json')) as Manifest;
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
    expect(data.events.map(({ index }) => index)).toEqual(
      expected.map(({ index }) => index).sort((a, b) => a - b),
    );
    expect(data.companies.map(({ subject }) => subject).sort()).toEqual(
      relationships.map(({ subject }) => subject).sort(),
    );
    for (const { record } of data.events)
      expect(data.companies.map(({ subject }) => subject)).toContain(record.subject);
    expect(text('driverseat-export.json')).not.toContain(id);
  });

  test('every look and every value, in JSON and in tables', async () => {
    const { read } = portal.services.core.storage;
    const { id } = await anna();
    const looks = await read.disclosure.looksOfCustomer(id, { limit: 10_000 });
    expect(data.disclosures).toHaveLength(looks.length);
    expect(data.profile.find(({ field }) => field === 'given-name')?.value).toBe('Anna');
    for (const [name, rows] of [
      ['profile', data.profile],
      ['companies', data.companies],
      ['consents', data.consents],
      ['events', data.events],
      ['disclosures', data.disclosures],
      ['preferences', data.preferences],
    ] as const) {
      const table = readCsv(text(`tables/${name}.csv`));
      expect(table.length, name).toBe(rows.length + 1);
      expect(new Set(table.map((row) => row.length)).size, name).toBe(1);
    }
    const mobile = readCsv(text('tables/profile.csv')).find(([field]) => field === 'mobile');
    expect(mobile?.[2]).toMatch(/^'\+/);
  });

  test('every text that a decision points to, byte for byte', () => {
    const pointed = new Set(data.events.flatMap(({ textHash }) => textHash ?? []));
    expect(pointed.size).toBeGreaterThan(0);
    expect(new Set(data.texts.map(({ textHash }) => textHash))).toEqual(pointed);
    for (const hash of pointed) {
      const bytes = files.get(`texts/${hash}.json`) ?? Buffer.alloc(0);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
    }
  });
});

test('proves each entry with nothing but the file and the public key', () => {
  const key = parseVerifierKey(portal.services.verifierKey);
  const head = openCheckpoint(text('log/checkpoint.txt'), data.log, [key]);
  expect(data.events.length).toBeGreaterThan(10);
  for (const { index, record, proof } of data.events) {
    const salt = Buffer.from(proof.salt, 'base64');
    const leafHash = hashLeaf(leafEntry(salt, record as unknown as Parameters<typeof leafEntry>[1]));
    expect(leafHash.toString('base64')).toBe(proof.leafHash);
    const claim = {
      leafHash,
      index,
      size: proof.treeSize ?? 0,
      proof: proof.hashes.map((hash) => Buffer.from(hash, 'base64')),
      root: head.root,
    };
    expect(verifyInclusion(claim), `entry ${index}`).toBe(true);
    expect(verifyInclusion({ ...claim, index: index + 1 })).toBe(false);
  }
});

test('the page reads offline: no script, nothing from elsewhere, all in words', () => {
  const page = text('index.html');
  expect(page).not.toMatch(/<script|\son\w+=|<link|<img|<iframe|src=|@import|url\(/);
  expect([...page.matchAll(/href="([^"]*)"/g)].every(([, href]) => href?.startsWith('mailto:'))).toBe(true);
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
  expect(own.events.at(-1)?.proof.treeSize ?? null).toBeNull();
});

async function anna() {
  const person = portal.services.demoPeople().find(({ slug }) => slug === 'anna');
  const id = person?.principal.split(':')[1];
  const customer = id && (await portal.services.core.storage.read.customer.find(id as never));
  if (!customer) throw new Error('no anna');
  return customer;
}
