import { realWorld, type World } from '#app/core/shared/world.ts';
import type { Instant } from '#schema/instant.ts';

/** The real world with a clock that the replay moves. Ids, keys and salts stay random. */
export interface SeedWorld extends World {
  moveTo(at: Instant): void;
}

/** @param start before the first act: the log is created at this instant, and its time never runs backwards */
export function createSeedWorld(start: Instant): SeedWorld {
  let clock = start;
  return {
    ...realWorld,
    now: () => clock,
    moveTo: (at) => {
      clock = at;
    },
  };
}
