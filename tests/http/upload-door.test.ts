import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { findUploadRule } from '#app/http/body-limits.ts';
import { createUploadDoor } from '#app/http/upload-door.ts';

const codeOf = (error: { code: string }) => error.code;

test('a few at a time, of one person fewer; the rest wait, and a flood is turned away', async () => {
  const door = createUploadDoor({ atOnce: 2, maxWaiting: 1, ofOne: 2 });
  let inside = 0;
  let most = 0;
  const send = (who: string) =>
    door(who, async () => {
      inside += 1;
      most = Math.max(most, inside);
      await wait(20);
      inside -= 1;
      return who;
    }).catch(codeOf);
  const people = ['customer:a', 'customer:a', 'customer:a', 'customer:b', 'staff:c'];
  expect(await Promise.all(people.map(send))).toEqual([
    'customer:a',
    'customer:a',
    'sending-already',
    'customer:b',
    'busy',
  ]);
  expect(most).toBe(2);
});

test('a place is free again, however the upload ended', async () => {
  const door = createUploadDoor({ atOnce: 1, maxWaiting: 0, ofOne: 1 });
  const fails = () => door('customer:a', () => Promise.reject(new Error('broke off')));
  await expect(fails()).rejects.toThrow('broke off');
  await expect(fails()).rejects.toThrow('broke off');
  expect(await door('customer:a', async () => 'taken')).toBe('taken');
  // Turned away because others send: that counts as nothing of one's own.
  const other = door('customer:b', () => wait(20));
  expect(await door('customer:a', async () => 'no').catch(codeOf)).toBe('busy');
  await other;
  expect(await door('customer:a', async () => 'taken')).toBe('taken');
});

test('only pages that take files read more than a form, only as such a form, and only from their side', () => {
  const sent = (pathname: string, headers: Readonly<Record<string, string>> = {}) =>
    findUploadRule(
      pathname,
      new Headers({
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': '70000',
        ...headers,
      }),
    );
  for (const path of ['/me/messages/new', '/me/messages/0a1', '/me/rights/new', '/me/import'])
    expect(sent(path)?.from, path).toBe('customer');
  for (const path of [
    '/company/messages/0a1',
    '/company/people/0a1/write',
    '/officer/messages/0a1',
    '/officer/requests/0a1/reply',
  ])
    expect(sent(path)?.from, path).toBe('staff');
  for (const path of ['/me', '/me/preferences', '/me/messages', '/sign-in', '/language', '/me/import/check'])
    expect(sent(path), path).toBeUndefined();
  const path = '/me/messages/new';
  expect(sent(path, { 'content-length': '65536' })).toBeUndefined();
  expect(sent(path, { 'content-length': '-1' })).toBeUndefined();
  expect(sent(path, { 'content-length': 'much' })).toBeDefined();
  expect(sent(path, { 'content-type': 'application/x-www-form-urlencoded' })).toBeUndefined();
  // Small or not, this body is never held.
  expect(sent('/me/import', { 'content-length': '10' })?.maxBytes).toBeNull();
});
