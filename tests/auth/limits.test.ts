import { describe, expect, test } from 'vitest';
import { createLimits, RULES } from '#app/auth/limits.ts';
import { networkOf } from '#app/auth/network-of.ts';
import type { SignInError } from '#app/core/sign-in/sign-in-error.ts';
import { instantOf } from '#schema/instant.ts';

const NOW = instantOf(Date.parse('2026-03-02T09:00:00.000Z'));
const limits = () => createLimits({ now: () => NOW });
const visitor = (n: number, clientAddress = '192.0.2.1') => ({
  email: `kunde${n}@beispiel.at`,
  clientAddress,
});

async function countUntilRefused(
  attempt: (n: number) => Promise<void>,
): Promise<{ allowed: number; error: SignInError }> {
  for (let n = 0; n < 10_000; n += 1) {
    try {
      await attempt(n);
    } catch (error) {
      return { allowed: n, error: error as SignInError };
    }
  }
  throw new Error('never refused');
}

describe('how often something may be tried', () => {
  test('one visitor and one account: five times, and the answer says when it goes on', async () => {
    const { passwordTry } = limits();
    const { allowed, error } = await countUntilRefused(() => passwordTry(visitor(1)));
    expect(allowed).toBe(5);
    expect(error).toMatchObject({ code: 'too-many' });
    const retryAt = String(error.details.retryAt);
    expect(retryAt > NOW && retryAt <= instantOf(Date.parse(NOW) + 15 * 60_000)).toBe(true);
  });

  test('writing the address otherwise is the same account', async () => {
    const { passwordTry } = limits();
    const { allowed } = await countUntilRefused((n) =>
      passwordTry({
        email: n % 2 ? ' KUNDE1@Beispiel.at' : 'kunde1@beispiel.at',
        clientAddress: '192.0.2.1',
      }),
    );
    expect(allowed).toBe(5);
  });

  test('one account from everywhere, one network for all accounts', async () => {
    const spread = limits();
    const byAccount = await countUntilRefused((n) => spread.passwordTry(visitor(1, `192.0.2.${n}`)));
    expect(byAccount.allowed).toBe(RULES['password/account'].points);
    const dense = limits();
    const byNetwork = await countUntilRefused((n) =>
      dense.passwordTry(visitor(n, `2001:db8:1:1::${n.toString(16)}`)),
    );
    expect(byNetwork.allowed).toBe(RULES['password/network'].points);
  });

  test('a stranger who guesses does not keep the owner out, and a right password forgets slips', async () => {
    const { passwordTry, passwordRight } = limits();
    await countUntilRefused(() => passwordTry(visitor(1, '198.51.100.7')));
    for (let n = 0; n < 4; n += 1) await passwordTry(visitor(1, '203.0.113.9'));
    await passwordRight(visitor(1, '203.0.113.9'));
    const { allowed } = await countUntilRefused(() => passwordTry(visitor(1, '203.0.113.9')));
    expect(allowed).toBe(5);
  });

  test('codes: five mails in a quarter of an hour, twenty a day for one account', async () => {
    const one = limits();
    expect((await countUntilRefused(() => one.codeRequest(visitor(1)))).allowed).toBe(5);
    const many = limits();
    expect((await countUntilRefused((n) => many.codeRequest(visitor(1, `192.0.2.${n}`)))).allowed).toBe(20);
    const tries = limits();
    expect((await countUntilRefused(() => tries.codeTry({ clientAddress: '192.0.2.1' }))).allowed).toBe(40);
  });
});

test.each([
  ['192.0.2.77', '192.0.2.77'],
  ['::ffff:192.0.2.77', '192.0.2.77'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', 'unknown'],
  ['not an address', 'unknown'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
