import type { Instant } from '#schema/instant.ts';

/** The later of two ends of a pause; null is no pause. */
export function laterOf(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
