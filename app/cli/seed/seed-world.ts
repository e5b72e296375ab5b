import { realWorld, type World } from '#app/core/shared/world.ts';
import type { Instant } from '#schema/instant.ts';

/** The real world with a clock that the replay moves. Ids, keys and salts stay random. */
export interface SeedWorld extends World {
  moveTo(at: Instant): void;
}

export function createSeedWorld(): SeedWorld {
  let clock: Instant | undefined;
  return {
    ...realWorld,
    now: () => clock ?? realWorld.now(),
    moveTo: (at) => {
      clock = at;
    },
  };
}
