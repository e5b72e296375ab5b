import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ProbeServer, startProbeServer } from './probe-server.ts';

let server: ProbeServer;
beforeAll(async () => {
  server = await startProbeServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.received.length = 0;
});

const doors = ['/probe', '/probe?_data=probe', '/probe/resource', '/probe?index'];

const foreign: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'http://portal.test.evil.example' },
  { origin: 'http://portal.test:8080' },
  { origin: 'https://portal.test' },
  { origin: 'null' },
  { origin: 'not an origin' },
  { origin: 'https://evil.example', cookie: 'session=1' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site', origin: 'http://portal.test' },
  { 'sec-fetch-site': 'nonsense' },
  { cookie: 'session=1' },
  { cookie: 'session=1', 'x-forwarded-host': 'portal.test', host: 'portal.test' },
];

const own: Record<string, string>[] = [
  { 'sec-fetch-site': 'same-origin', cookie: 'session=1' },
  { 'sec-fetch-site': 'none', cookie: 'session=1' },
  { origin: 'http://portal.test', cookie: 'session=1' },
  { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:9', cookie: 'session=1' },
  {},
];

const post = (path: string, headers: Record<string, string>, method = 'POST') =>
  server.request(path, { method, headers, body: new URLSearchParams({ name: 'Anna' }) });

test.each(doors.flatMap((door) => foreign.map((headers) => [door, headers] as const)))(
  'POST %s from elsewhere (%j) is refused and reaches no action',
  async (door, headers) => {
    expect((await post(door, headers)).status).toBe(403);
    expect(server.received).toEqual([]);
  },
);

test.each(doors.slice(0, 3).flatMap((door) => own.map((headers) => [door, headers] as const)))(
  'POST %s from our own page (%j) reaches the action',
  async (door, headers) => {
    expect((await post(door, headers)).status).toBe(200);
    expect(server.received).toEqual([{ name: 'Anna' }]);
  },
);

test.each(['PUT', 'PATCH', 'DELETE'])('%s with a cookie and no origin is refused', async (method) => {
  expect((await post('/probe', { cookie: 'session=1' }, method)).status).toBe(403);
});

test.each(['/api/v1/uses', '/log/vkey'])('%s ignores cookies, so the guard lets it pass', async (path) => {
  const response = await post(path, { origin: 'https://evil.example', cookie: 'session=1' });
  expect(response.status).toBe(404);
  expect(server.received).toEqual([]);
});

test.each(['/api/v1evil', '/logs', '/api/v1%2f..%2fprobe'])('%s is no way around it', async (path) => {
  const response = await post(path, { origin: 'https://evil.example', cookie: 'session=1' });
  expect([400, 403]).toContain(response.status);
});

test('reading needs no origin', async () => {
  const response = await server.request('/probe', { headers: { 'sec-fetch-site': 'cross-site' } });
  expect(response.status).toBe(200);
});

test('pages see the public address, whatever Host and X-Forwarded-Host say', async () => {
  const response = await post('/probe/resource', {
    'sec-fetch-site': 'same-origin',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
  });
  expect(await response.json()).toEqual({ url: 'http://portal.test/probe/resource', host: 'portal.test' });
});
