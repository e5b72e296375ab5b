import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { MINUTE_MS } from '#app/core/shared/calendar.ts';
import type { World } from '#app/core/shared/world.ts';
import { SignInError } from '#app/core/sign-in/sign-in-error.ts';
import { instantOf, msOf } from '#schema/instant.ts';
import { networkOf } from './network-of.ts';

/** Who tries. `email` as typed: the limit holds whether or not there is such an account. */
export interface Visitor {
  readonly email: string;
  readonly clientAddress: string;
}

/**
 * How often something may be tried. Each call counts one try and throws
 * SignInError `too-many` with `retryAt` when that was one too many. Every limit
 * ends by itself; none locks an account for good. Closed when counting fails.
 */
export interface Limits {
  /** Before a mail with a proof is sent. */
  codeRequest(visitor: Visitor): Promise<void>;
  /** Before a mailed code is tried; each proof counts its own tries besides. */
  codeTry(visitor: Pick<Visitor, 'clientAddress'>): Promise<void>;
  /** Before a form is kept for somebody who has to sign in first. */
  keepForm(visitor: Pick<Visitor, 'clientAddress'>): Promise<void>;
  /** Before a password is tried. */
  passwordTry(visitor: Visitor): Promise<void>;
  /** It was the right one: earlier slips of this visitor are forgotten. */
  passwordRight(visitor: Visitor): Promise<void>;
}

interface Rule {
  readonly points: number;
  readonly minutes: number;
}

/*
 * One visitor and one account is the narrowest limit, so that a stranger who
 * guesses is stopped long before the account's owner is kept out.
 */
export const RULES = {
  'code/pair': { points: 5, minutes: 15 },
  'code/account': { points: 20, minutes: 24 * 60 },
  'code/network': { points: 60, minutes: 15 },
  'code/all': { points: 3_000, minutes: 15 },
  'try/network': { points: 40, minutes: 15 },
  'try/all': { points: 3_000, minutes: 15 },
  'keep/network': { points: 40, minutes: 15 },
  'keep/all': { points: 2_000, minutes: 15 },
  'password/pair': { points: 5, minutes: 15 },
  'password/account': { points: 30, minutes: 60 },
  'password/network': { points: 50, minutes: 15 },
  'password/all': { points: 3_000, minutes: 15 },
} as const satisfies Record<string, Rule>;
type RuleName = keyof typeof RULES;

/** Counts in memory: right for one node. Several nodes each allow that much. */
export function createLimits(world: Pick<World, 'now'>): Limits {
  const names = Object.keys(RULES) as RuleName[];
  const limiters = new Map(
    names.map((name) => {
      const { points, minutes } = RULES[name];
      return [name, new RateLimiterMemory({ keyPrefix: name, points, duration: minutes * 60 })];
    }),
  );

  async function take(name: RuleName, key: string): Promise<void> {
    try {
      await limiters.get(name)?.consume(key);
    } catch (refusal) {
      const waitMs = refusal instanceof RateLimiterRes ? refusal.msBeforeNext : MINUTE_MS;
      throw new SignInError('too-many', { retryAt: instantOf(msOf(world.now()) + waitMs) });
    }
  }

  async function takeAll(kind: 'code' | 'password', { email, clientAddress }: Visitor): Promise<void> {
    const account = accountKey(email);
    const network = networkOf(clientAddress);
    await take(`${kind}/network`, network);
    await take(`${kind}/pair`, `${account} ${network}`);
    await take(`${kind}/account`, account);
    await take(`${kind}/all`, 'all');
  }

  return {
    codeRequest: (visitor) => takeAll('code', visitor),
    codeTry: async ({ clientAddress }) => {
      await take('try/network', networkOf(clientAddress));
      await take('try/all', 'all');
    },
    keepForm: async ({ clientAddress }) => {
      await take('keep/network', networkOf(clientAddress));
      await take('keep/all', 'all');
    },
    passwordTry: (visitor) => takeAll('password', visitor),
    passwordRight: async ({ email, clientAddress }) => {
      await limiters.get('password/pair')?.delete(`${accountKey(email)} ${networkOf(clientAddress)}`);
    },
  };
}

/** Addresses do not stay in memory for a day. */
function accountKey(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64');
}
