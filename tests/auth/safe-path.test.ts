import { expect, test } from 'vitest';
import { safePath } from '#app/auth/safe-path.ts';

test.each(['/me', '/me/alpenrad?x=1&y=%2F', '/', '/me/%C3%BC'])('%s stays', (path) => {
  expect(safePath(path, '/fallback')).toBe(path);
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/me\\..\\x',
  'https://evil.example/',
  'javascript:alert(1)',
  'me',
  '',
  ' /me',
  `/${'a'.repeat(600)}`,
  '/me\r\nSet-Cookie: x=1',
  null,
  undefined,
  ['/me'],
])('%j leads nowhere else', (path) => {
  expect(safePath(path, '/fallback')).toBe('/fallback');
});

test('a mark in the page is not taken along', () => {
  expect(safePath('/me#x', '/')).toBe('/me');
});
