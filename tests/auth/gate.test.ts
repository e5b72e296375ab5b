import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createGate } from '#app/auth/gate.ts';

test('lets in a few at a time, in order, and turns a flood away', async () => {
  const gate = createGate(2, 3);
  const started: number[] = [];
  let inside = 0;
  let most = 0;
  const work = Array.from({ length: 8 }, (_, n) =>
    gate(async () => {
      started.push(n);
      inside += 1;
      most = Math.max(most, inside);
      await wait(5);
      inside -= 1;
      return n;
    }).catch((error: { code: string }) => error.code),
  );
  expect(await Promise.all(work)).toEqual([0, 1, 2, 3, 4, 'busy', 'busy', 'busy']);
  expect(started).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
});

test('failing work gives its place back', async () => {
  const gate = createGate(1, 1);
  const failed = gate(() => Promise.reject(new Error('no')));
  const next = gate(() => Promise.resolve('yes'));
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('yes');
  expect(await gate(() => Promise.resolve('again'))).toBe('again');
});
