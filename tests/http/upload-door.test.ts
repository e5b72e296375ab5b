import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { findUploadRule } from '#app/http/body-limits.ts';
import { createUploadDoor } from '#app/http/upload-door.ts';

const codeOf = (error: { code: string }) => error.code;

const from = (person: string, network = person) => ({ person, network });

test('a few at a time, of one person fewer; the rest wait, and a flood is turned away', async () => {
  const door = createUploadDoor({ atOnce: 2, maxWaiting: 2, ofOne: 2 });
  let inside = 0;
  let most = 0;
  const send = (who: string) =>
    door(from(who), async () => {
      inside += 1;
      most = Math.max(most, inside);
      await wait(20);
      inside -= 1;
      return who;
    }).catch(codeOf);
  const people = ['customer:a', 'customer:a', 'customer:a', 'customer:b', 'staff:c', 'staff:d'];
  expect(await Promise.all(people.map(send))).toEqual([
    'customer:a',
    'customer:a',
    'sending-already',
    'customer:b',
    'staff:c',
    'busy',
  ]);
  expect(most).toBe(2);
});

test('a place is free again, however the upload ended', async () => {
  const door = createUploadDoor({ atOnce: 1, maxWaiting: 0, ofOne: 1 });
  const fails = () => door(from('customer:a'), () => Promise.reject(new Error('broke off')));
  await expect(fails()).rejects.toThrow('broke off');
  await expect(fails()).rejects.toThrow('broke off');
  expect(await door(from('customer:a'), async () => 'taken')).toBe('taken');
  // Turned away because others send: that counts as nothing of one's own.
  const other = door(from('customer:b'), () => wait(20));
  expect(await door(from('customer:a'), async () => 'no').catch(codeOf)).toBe('busy');
  await other;
  expect(await door(from('customer:a'), async () => 'taken')).toBe('taken');
});

test('one network never has all places, however many accounts send from it, nor all of the queue', async () => {
  const door = createUploadDoor({ atOnce: 4, maxWaiting: 4, ofNetwork: 2 });
  const entered: string[] = [];
  let wanted = () => false;
  const send = (person: string, network: string) =>
    door(from(person, network), async (place) => {
      entered.push(person);
      if (person === 'a1') wanted = place.isWanted;
      await wait(40);
    }).catch(codeOf);
  const crowd = ['a1', 'a2', 'a3', 'a4', 'a5'].map((person) => send(person, 'a'));
  await wait(5);
  expect(wanted()).toBe(true);
  const others = [send('b1', 'b'), send('c1', 'c')];
  await wait(10);
  expect(entered).toEqual(['a1', 'a2', 'b1', 'c1']);
  expect(await Promise.all(crowd)).toEqual([undefined, undefined, undefined, undefined, 'busy']);
  await Promise.all(others);
  expect(entered).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'a4']);
});

test('a place is wanted only by somebody who could take it, and nobody waits for ever', async () => {
  const door = createUploadDoor({ atOnce: 3, ofNetwork: 2, longestWaitMs: 30 });
  const seen: Record<string, () => boolean> = {};
  const hold = (person: string, network: string) =>
    door(from(person, network), async (place) => {
      seen[person] = place.isWanted;
      await wait(90);
    });
  const holds = [hold('a1', 'a'), hold('a2', 'a'), hold('b1', 'b')];
  await wait(5);
  expect(seen.a1?.()).toBe(false);
  const third = door(from('a3', 'a'), async () => 'in').catch(codeOf);
  expect([seen.a1?.(), seen.b1?.()]).toEqual([true, false]);
  expect(await third).toBe('busy');
  expect(seen.a1?.()).toBe(false);
  await Promise.all(holds);
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
