import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getRaw } from '#tests/support/raw-request.ts';
import { type ProbeServer, startProbeServer } from './probe-server.ts';

const script = `console.log(${JSON.stringify('x'.repeat(2000))})`;
let folder: string;
let server: ProbeServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'driverseat-static-'));
  mkdirSync(join(folder, 'client/assets'), { recursive: true });
  mkdirSync(join(folder, 'client/.vite'));
  writeFileSync(join(folder, 'client/assets/page-a1b2.js'), script);
  writeFileSync(join(folder, 'client/assets/page-a1b2.js.map'), '{}');
  writeFileSync(join(folder, 'client/icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  server = await startProbeServer({ clientFolder: join(folder, 'client') });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

test('a file with a hash in its name may be kept for ever', async () => {
  const response = await server.request('/assets/page-a1b2.js');
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(await response.text()).toBe(script);
});

test('a client that cannot unpack gets it plain', async () => {
  const answer = await getRaw(server.port, '/assets/page-a1b2.js');
  expect(answer.headers.get('content-encoding')).toBeUndefined();
  expect(answer.body).toBe(script);
});

test('other files are kept for an hour, and not sent again unchanged', async () => {
  const { headers } = await server.request('/icon.svg');
  expect(headers.get('cache-control')).toBe('public, max-age=3600');
  const again = await server.request('/icon.svg', {
    headers: { 'if-none-match': headers.get('etag') ?? '' },
  });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('HEAD answers the headers alone', async () => {
  const answer = await getRaw(server.port, '/icon.svg', 'HEAD');
  expect([answer.status, answer.headers.get('content-length'), answer.body]).toEqual([200, '6', '']);
});

test.each([
  '/assets/none.js',
  '/assets/',
  '/assets',
  '/assets/page-a1b2.js.map',
  '/secret.txt',
  '/.vite/manifest.json',
])('%s does not exist', async (path) => {
  expect((await getRaw(server.port, path)).status).toBe(404);
});

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/%2e%2e/secret.txt',
])('%s leads nowhere', async (path) => {
  const answer = await getRaw(server.port, path);
  expect(answer.status).toBe(400);
  expect(answer.body).not.toContain('secret');
});
