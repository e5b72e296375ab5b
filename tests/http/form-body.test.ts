import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sendRaw } from '#tests/support/raw-request.ts';
import { type ProbeServer, startProbeServer } from './probe-server.ts';

let server: ProbeServer;
beforeAll(async () => {
  server = await startProbeServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.received.length = 0;
});

const urlencoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=edge';

function post(body: RequestInit['body'], contentType?: string): Promise<Response> {
  const headers = {
    'sec-fetch-site': 'same-origin',
    ...(contentType ? { 'content-type': contentType } : {}),
  };
  return server.request('/probe/resource', { method: 'POST', headers, body: body ?? null });
}

test('a form reaches the action as it was sent', async () => {
  expect((await post('name=J%C3%BCrg+Stra%C3%9Fe&empty=', urlencoded)).status).toBe(200);
  expect(server.received).toEqual([{ name: 'Jürg Straße', empty: '' }]);
});

test('so does a multipart form', async () => {
  const form = new FormData();
  form.set('name', 'Jürg');
  expect((await post(form)).status).toBe(200);
  expect(server.received).toEqual([{ name: 'Jürg' }]);
});

test('a form without fields is an empty form', async () => {
  expect((await post(null)).status).toBe(200);
  expect((await post('', urlencoded)).status).toBe(200);
  expect(server.received).toEqual([{}, {}]);
});

test.each([
  ['a broken percent sign', 'name=%zz', urlencoded],
  ['bytes that are no UTF-8', new Uint8Array([0x61, 0x3d, 0xff]), urlencoded],
  ['percent signs that are no UTF-8', 'name=%ff', urlencoded],
  ['NUL', 'name=a%00b', urlencoded],
  ['multipart without its boundary', '--other\r\n\r\n', multipart],
  ['multipart that ends early', '--edge\r\nContent-Disposition: form-data; name="a"\r\n\r\nx', multipart],
  ['multipart without a boundary', 'x', 'multipart/form-data'],
  [
    'NUL in multipart',
    '--edge\r\nContent-Disposition: form-data; name="a"\r\n\r\n\0\r\n--edge--\r\n',
    multipart,
  ],
])('%s is malformed: 400', async (_, body, contentType) => {
  expect((await post(body, contentType)).status).toBe(400);
  expect(server.received).toEqual([]);
});

test.each(['application/json', 'text/plain', 'application/xml', 'x'])(
  '%s is no form: 415',
  async (contentType) => {
    expect((await post('{}', contentType)).status).toBe(415);
    expect(server.received).toEqual([]);
  },
);

test('64 KB fit, one byte more does not: 413', async () => {
  const fits = `a=${'x'.repeat(64 * 1024 - 2)}`;
  expect((await post(fits, urlencoded)).status).toBe(200);
  expect((await post(`${fits}x`, urlencoded)).status).toBe(413);
  expect(server.received).toHaveLength(1);
});

test('a body without a stated length is counted while it comes: 413', async () => {
  const chunk = `${(8192).toString(16)}\r\n${'x'.repeat(8192)}\r\n`;
  const head = ['POST /probe HTTP/1.1', 'Host: portal.test', `Content-Type: ${urlencoded}`];
  const request = [...head, 'Transfer-Encoding: chunked', 'Connection: close', '', ''].join('\r\n');
  const answer = await sendRaw(server.port, `${request}${chunk.repeat(20)}0\r\n\r\n`);
  expect(answer.status).toBe(413);
  expect(server.received).toEqual([]);
});
