import { expect, test } from 'vitest';
import { createLogger, type LogFields, truncateAddress } from '#app/logger.server.ts';

function logged(event: string, fields: LogFields): { line: string; entry: Record<string, unknown> } {
  const lines: string[] = [];
  createLogger('info', { write: (line) => lines.push(line) })('http').info(event, fields);
  const [line = ''] = lines;
  expect(lines).toHaveLength(1);
  return { line, entry: JSON.parse(line) };
}

test('a line says when, who speaks, what happened and the allowed facts', () => {
  const { entry } = logged('request', { method: 'GET', status: 200, durationMs: 1.26 });
  expect(entry).toMatchObject({ name: 'http', msg: 'request', method: 'GET', status: 200, durationMs: 1.3 });
  expect(entry.time).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test('whatever is not on the list is dropped', () => {
  const extra = { body: 'CANARY', headers: { cookie: 'CANARY' }, email: 'CANARY', status: 200 };
  expect(logged('request', extra).line).not.toContain('CANARY');
});

test('an error leaves its kind, text and place, not the values a driver adds', () => {
  const cause = Object.assign(new Error('inner'), { code: '23505', detail: 'Key (email)=(CANARY)' });
  const error = Object.assign(new Error('outer', { cause }), { parameters: ['CANARY'] });
  const { line, entry } = logged('failed', { error });
  expect(line).not.toContain('CANARY');
  expect(entry.error).toMatchObject({
    name: 'Error',
    message: 'outer',
    cause: { code: '23505', message: 'inner' },
  });
});

test('a path loses its query and anything that looks like a token', () => {
  const path = '/sign-in/AbCdEfGhIjKlMnOpQrStUvWx0123456789/confirm?email=anna@example.org';
  expect(logged('request', { path }).entry.path).toBe('/sign-in/:long/confirm');
});

test('an address with a password loses it', () => {
  expect(logged('x', { url: 'postgres://u:secret@localhost/d' }).entry.url).toBe('postgres://localhost/d');
});

test('a line break in a value cannot forge a line', () => {
  const { line } = logged('x', { reason: 'a\r\n{"level":60}\u2028' });
  expect(line.trimEnd().split(/[\r\n]/)).toHaveLength(1);
});

test.each([
  ['192.0.2.77', '192.0.2.0/24'],
  ['::ffff:192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:db8::1', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
  ['anna@example.org', 'unknown'],
  ['', 'unknown'],
])('the address %s becomes %s', (address, truncated) => {
  expect(truncateAddress(address)).toBe(truncated);
});
