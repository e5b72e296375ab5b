import { randomBytes } from 'node:crypto';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import type { PasswordHasher } from '#app/core/sign-in/password.ts';
import { createGate } from './gate.ts';

/** Argon2id (the library's default) with 64 MiB and two passes: about a tenth of a second. */
const SETTINGS = { memoryCost: 64 * 1024, timeCost: 2, parallelism: 1 } as const;

const AT_ONCE = 4;
const MAX_WAITING = 100;

export function createPasswordHasher(): PasswordHasher {
  const limited = createGate(AT_ONCE, MAX_WAITING);
  const make = (password: string) => limited(() => hash(password, SETTINGS));
  const check = (stored: string, password: string) => limited(() => verify(stored, password));
  // Made at once, so that not even the first stranger waits longer than a customer would.
  const dummy = make(randomBytes(32).toString('base64'));
  return {
    hash: make,
    verify: check,
    verifyNothing: async (password) => {
      await check(await dummy, password);
      return false;
    },
    isOutdated: (stored) => {
      const { memoryCost, timeCost, parallelism } = parseOptions(stored);
      return (
        memoryCost < SETTINGS.memoryCost ||
        timeCost < SETTINGS.timeCost ||
        parallelism !== SETTINGS.parallelism
      );
    },
  };
}
