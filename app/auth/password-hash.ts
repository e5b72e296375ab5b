import { randomBytes } from 'node:crypto';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { AppError } from '#app/core/shared/app-error.ts';
import type { PasswordHasher } from '#app/core/sign-in/password.ts';

/** Argon2id (the library's default) with 64 MiB and two passes: about a tenth of a second. */
const SETTINGS = { memoryCost: 64 * 1024, timeCost: 2, parallelism: 1 } as const;

/** 4 x 64 MiB at once; a crowd waits, a flood is turned away. */
const AT_ONCE = 4;
const MAX_WAITING = 100;

export class PasswordBusyError extends AppError<'busy'> {}

export function createPasswordHasher(): PasswordHasher {
  const limited = createGate();
  const make = (password: string) => limited(() => hash(password, SETTINGS));
  const check = (stored: string, password: string) => limited(() => verify(stored, password));
  let dummy: Promise<string> | undefined;
  return {
    hash: make,
    verify: check,
    verifyNothing: async (password) => {
      dummy ??= make(randomBytes(32).toString('base64'));
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

function createGate(): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= AT_ONCE) {
      if (waiting.length >= MAX_WAITING) throw new PasswordBusyError('busy');
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      // A waiting caller takes over this place, so the count stays.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
