import { Hono } from 'hono';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { getRaw, sendRaw } from '#tests/support/raw-request.ts';
import { type ProbeServer, startProbeServer } from './probe-server.ts';

let server: ProbeServer;
beforeAll(async () => {
  server = await startProbeServer({
    mount: (app) => {
      app.get('/mounted/redirect', () => Response.redirect('http://portal.test/probe'));
      app.get('/mounted/boom', () => {
        throw new Error('secret detail of the defect');
      });
      app.get('/mounted/cached', (context) => context.text('x', 200, { 'Cache-Control': 'max-age=5' }));
      app.route('/mounted/deeper', new Hono());
    },
  });
});
afterAll(() => server.stop());

const policy = (nonce: string): string =>
  `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; ` +
  `connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

function expectSecure(headers: { get(name: string): string | null | undefined }): void {
  const csp = headers.get('content-security-policy') ?? '';
  expect(csp).toBe(policy(/'nonce-([\w-]*)'/.exec(csp)?.[1] ?? ''));
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('permissions-policy')).toContain('camera=()');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('strict-transport-security') ?? null).toBeNull();
  expect(headers.get('x-powered-by') ?? null).toBeNull();
}

test.each([
  ['/probe', 200],
  ['/nowhere', 404],
  ['/__manifest?p=/', 404],
  ['/healthz', 200],
  ['/readyz', 200],
  ['/mounted/redirect', 302],
  ['/mounted/boom', 500],
  ['/probe?boom', 500],
  ['/probe/resource?boom', 500],
  ['/probe?boom&_data=probe', 500],
  ['/a%2fb', 400],
])('GET %s answers %i with all headers', async (path, status) => {
  const response = await server.request(path);
  expect(response.status).toBe(status);
  expectSecure(response.headers);
});

test('a refused post carries them as well', async () => {
  const response = await server.request('/probe', {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
  });
  expect(response.status).toBe(403);
  expectSecure(response.headers);
});

test('so does a request that cannot be read', async () => {
  const answer = await sendRaw(server.port, 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n');
  expect(answer.status).toBe(400);
  expectSecure(answer.headers);
});

test('every response has a nonce of its own', async () => {
  const policies = await Promise.all([1, 2, 3].map(async () => (await server.request('/healthz')).headers));
  expect(new Set(policies.map((headers) => headers.get('content-security-policy'))).size).toBe(3);
});

test('a handler may choose its own caching', async () => {
  const { headers } = await server.request('/mounted/cached');
  expect(headers.get('cache-control')).toBe('max-age=5');
});

test('HSTS is sent only where the public address is https', async () => {
  const secure = await startProbeServer({ environment: { BASE_URL: 'https://portal.test' } });
  onTestFinished(() => secure.stop());
  const { headers } = await secure.request('/healthz');
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
});

test.each(['/mounted/boom', '/probe?boom', '/probe/resource?boom', '/probe?boom&_data=probe'])(
  'an error on %s shows its reference and nothing else; the log has the rest',
  async (path) => {
    const response = await server.request(path);
    const body = await response.text();
    const reference = response.headers.get('x-request-id') ?? '';
    expect(body).not.toMatch(/secret detail|node_modules|\.tsx?:\d+|at .*\(/);
    expect(reference).toMatch(/^[0-9a-f]{16}$/);
    if (response.headers.get('content-type')?.includes('html')) expect(body).toContain(reference);
    const line = server.logLines.find((entry) => entry.includes(reference) && entry.includes('"level":50'));
    expect(line).toContain('secret detail');
  },
);

test.each([
  '/a%2fb',
  '/a%2Fb',
  '/a%5cb',
  '/a\\b',
  '/a%00b',
  '/a/../b',
  '/a/./b',
  '/a/%2e%2e/b',
  '/a/%2e/b',
  '//evil.example/',
  '/a//b',
  '/%',
  '/%zz',
  '/%ff',
  '/%c0%af',
  '/%0d%0aSet-Cookie:x',
  '/a%7fb',
  '/probe?name=%00',
  'http://evil.example/probe',
  '*',
  '/assets/../../../etc/passwd',
])('the target %s is refused', async (target) => {
  const answer = await getRaw(server.port, target);
  expect(answer.status).toBe(400);
  expectSecure(answer.headers);
});

test.each(['/probe?next=%2Fhome&q=100%', '/probe?a=b?c=d', '/probe?q=%C3%A4', '/probe?x=//y'])(
  'the ordinary target %s is not',
  async (target) => {
    expect((await getRaw(server.port, target)).status).toBe(200);
  },
);

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
  'pages do not know %s',
  async (method) => {
    const answer = await getRaw(server.port, '/probe', method);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
  },
);
