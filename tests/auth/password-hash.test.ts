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
});

test('an account without password takes as long as one with a wrong one', async () => {
  const stored = await hasher.hash(PASSWORD);
  await hasher.verifyNothing('first');
  const time = async (work: () => Promise<unknown>) => {
    const times: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      const start = performance.now();
      await work();
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[3] ?? 0;
  };
  const known = await time(() => hasher.verify(stored, 'wrong'));
  const unknown = await time(() => hasher.verifyNothing('wrong'));
  expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(1.6);
});
