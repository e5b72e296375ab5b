import { randomBytes } from 'node:crypto';
import type { World } from '#app/core/shared/world.ts';
import { type Instant, instantOf, msOf } from '#schema/instant.ts';

/** A world whose clock stands still until a test moves it. Ids and keys are random as in life. */
export interface TestWorld extends World {
  set(at: string): void;
  /** Moves the clock on; returns the new time. */
  advance(ms: number): Instant;
}

export const TEST_START = '2026-03-02T09:00:00.000Z';

export function createTestWorld(start: string = TEST_START): TestWorld {
  let at = instantOf(Date.parse(start));
  return {
    now: () => at,
    newId: () => randomBytes(16).toString('hex'),
    randomBytes: (size) => randomBytes(size),
    set: (next) => {
      at = instantOf(Date.parse(next));
    },
    advance: (ms) => {
      at = instantOf(msOf(at) + ms);
      return at;
    },
  };
}
