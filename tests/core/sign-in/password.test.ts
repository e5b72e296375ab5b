import { expect, test } from 'vitest';
import { checkPassword } from '#app/core/sign-in/password.ts';

const codeFor = (password: string): string | undefined => {
  try {
    checkPassword(password);
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test.each([
  'Passwort2026!',
  'passwordpassword',
  'hallohallo12',
  'qwertzuiop123',
  '123456789012',
  '210987654321',
  'aaaaaaaaaaaa',
  'abababababab',
  'abcabcabcabc',
  'abcdefghijklm',
  '!!!Iloveyou!!!2024',
  'Driverseat-2026',
  'p@ssw0rd1234',
  '000000000000',
])('%s is too well known', (password) => {
  expect(codeFor(password)).toBe('password-common');
});

test.each([
  'correct horse battery',
  'Ein Rad hat zwei Reifen',
  'v8Kq2pLm0xZt',
  'größere Brötchen backen',
  '日本語のパスワードです、長い',
  '73 Laugenstangen',
])('%s is fine, whatever signs it has', (password) => {
  expect(codeFor(password)).toBeUndefined();
});

test('length counts characters, not bytes, and composed letters once', () => {
  expect(codeFor('elf Zeichen')).toBe('password-short');
  expect(codeFor('u\u0308bermorgen!')).toBe('password-short');
  expect(codeFor(`${'ein langer Satz '.repeat(8)}`)).toBeUndefined();
  expect(codeFor(`${'ein langer Satz '.repeat(8)}!`)).toBe('password-long');
});
