import { afterAll, beforeAll, expect, test } from 'vitest';
import { mountApi } from '#app/api/mount-api.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { type Fetch, verifyTlog } from './tlog-verifier.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal({ mount: mountApi });
  await portal.services.signHead();
});
afterAll(() => portal.stop());

const get: Fetch = (path) => portal.get(path);
const vkey = async () => (await portal.get('/log/vkey')).text();
const size = async () => (await portal.services.core.storage.read.ledger.state())?.size ?? 0;
/** One more entry, not yet signed. */
const grow = () =>
  portal.services.core.sequencer.submit(async ({ append }) => {
    append({ companyId: null, relationship: null, body: { kind: 'key-created', facts: { key: 'test' } } });
  });

test('a verifier that knows only the public texts downloads the log and finds it whole', async () => {
  const log = await verifyTlog(get, '/log', await vkey());
  expect(log.origin).toBe('portal.test/log');
  expect(log.size).toBe(await size());
  expect(log.size).toBeGreaterThan(256);
  // All entries look alike: a version and an HMAC, nothing that names anybody.
  expect(new Set(log.entries.map((entry) => `${entry.length}/${entry[0]}`))).toEqual(new Set(['33/1']));
});

test.each([
  ['/log/checkpoint', (bytes: Buffer) => bytes.length - 10],
  ['/log/checkpoint', () => 20],
  ['/log/tile/entries/000', () => 40],
  ['/log/tile/entries/001', () => 0],
  ['/log/tile/0/000', () => 8000],
])('one changed bit in %s does not pass it', async (path, where) => {
  const lying: Fetch = async (asked) => {
    const response = await get(asked);
    if (asked !== path) return response;
    const bytes = Buffer.from(await response.arrayBuffer());
    const at = where(bytes);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    return new Response(bytes);
  };
  await expect(verifyTlog(lying, '/log', await vkey())).rejects.toThrow();
});

test('what is not signed yet is not there, and is there once it is', async () => {
  const before = await size();
  const next = (length: number) => `/log/tile/entries/${bundleOf(length - 1)}`;
  expect((await portal.get(next(before))).status).toBe(200);
  await grow();
  expect((await portal.get(next(before + 1))).status).toBe(404);
  expect((await verifyTlog(get, '/log', await vkey())).size).toBe(before);
  await portal.services.signHead();
  expect((await portal.get(next(before + 1))).status).toBe(200);
  expect((await portal.get(next(before))).status).toBe(200);
  expect((await verifyTlog(get, '/log', await vkey())).size).toBe(before + 1);
});

test('everything is readable by any page and says how long it keeps', async () => {
  const kept = async (path: string) => {
    const { status, headers } = await portal.get(path);
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    return [headers.get('content-type'), headers.get('cache-control')];
  };
  const octets = 'application/octet-stream';
  const text = 'text/plain; charset=utf-8';
  expect(await kept('/log/tile/0/000')).toEqual([octets, 'public, max-age=31536000, immutable']);
  expect(await kept('/log/tile/entries/000')).toEqual([octets, 'public, max-age=31536000, immutable']);
  expect(await kept('/log/tile/0/000.p/7')).toEqual([octets, 'public, max-age=3600']);
  expect(await kept('/log/checkpoint')).toEqual([text, 'public, max-age=5']);
  expect(await kept('/log/vkey')).toEqual([text, 'public, max-age=3600']);
  expect((await portal.request('/log/checkpoint', { method: 'HEAD' })).status).toBe(200);
});

test.each([
  '/log',
  '/log/tile',
  '/log/tile/0/0',
  '/log/tile/0/000.p/0',
  '/log/tile/0/000.p/256',
  '/log/tile/0/000.p/257',
  '/log/tile/64/000',
  '/log/tile/-1/000',
  '/log/tile/0/999',
  '/log/tile/0/x000/000',
  '/log/tile/0/000/',
  '/log/tile/entries/000.p/1x',
  '/log/tile/0/000.P/1',
  '/log/tile/0/%30%30%30',
  '/log/tile/3/000',
  '/log/checkpoint/x',
  '/log/other',
])('%s is not there', async (path) => {
  const response = await portal.get(path);
  expect(response.status).toBe(404);
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('it cannot be written to', async () => {
  for (const method of ['POST', 'PUT', 'DELETE'])
    expect((await portal.request('/log/checkpoint', { method, body: 'x' })).status).toBe(404);
});

function bundleOf(index: number): string {
  const width = (index % 256) + 1;
  return `${String(Math.floor(index / 256)).padStart(3, '0')}${width < 256 ? `.p/${width}` : ''}`;
}
