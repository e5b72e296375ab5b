import { expect, test } from 'vitest';
import { createPasswordHasher } from '#app/auth/password-hash.ts';

const hasher = createPasswordHasher();
const PASSWORD = 'Ein Rad hat zwei Reifen';

test('Argon2id with 64 MiB and two passes, salted', async () => {
  const [one, two] = await Promise.all([hasher.hash(PASSWORD), hasher.hash(PASSWORD)]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=2,p=1\$/);
  expect(one).not.toBe(two);
  expect(await hasher.verify(one, PASSWORD)).toBe(true);
  expect(await hasher.verify(one, `${PASSWORD} `)).toBe(false);
  expect(hasher.isOutdated(one)).toBe(false);
  expect(hasher.isOutdated(one.replace('m=65536', 'm=19456'))).toBe(true);
}, 30_000);

test('an account without password costs as much work as one with a wrong one', async () => {
  const stored = await hasher.hash(PASSWORD);
  await hasher.verifyNothing('first');
  // Time of the processor and not of the clock: a busy machine must not decide.
  const workOf = async (act: () => Promise<unknown>) => {
    const before = process.cpuUsage();
    await act();
    return process.cpuUsage(before).user;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    known.push(await workOf(() => hasher.verify(stored, 'wrong')));
    unknown.push(await workOf(() => hasher.verifyNothing('wrong')));
  }
  const [a, b] = [Math.min(...known), Math.min(...unknown)];
  expect(Math.max(a, b) / Math.min(a, b)).toBeLessThan(1.5);
}, 60_000);
