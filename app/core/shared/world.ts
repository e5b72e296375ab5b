import { randomBytes } from 'node:crypto';
import { type Instant, instantOf } from '#schema/instant.ts';

/** What the core takes from outside the program: injected, so that tests and the demo replay exactly. */
export interface World {
  /** The time now. Tests and the seed move it; it may stand still but never runs backwards inside one ledger. */
  now(): Instant;
  /** 128 random bits as 32 hex characters. */
  newId(): string;
  /** Cryptographic randomness; never derived from a seed, not even in the demo. */
  randomBytes(size: number): Buffer;
}

export const realWorld: World = {
  now: () => instantOf(Date.now()),
  newId: () => randomBytes(16).toString('hex'),
  randomBytes: (size) => randomBytes(size),
};
