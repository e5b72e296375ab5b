import { type Instant, msOf } from '#schema/instant.ts';
import { addMs, DAY_MS } from '../shared/calendar.ts';

/** "A week" is any seven days, not Monday to Sunday: no burst around a Sunday night. */
export const FREQUENCY_WINDOW_MS = 7 * DAY_MS;

/**
 * Until when the most messages a week are reached; null: one more is in order.
 *
 * @param uses instants of earlier messages, in any order; later ones than `at` do not count yet
 */
export function frequencyUntil(
  mostPerWeek: number | null,
  uses: readonly Instant[],
  at: Instant,
): Instant | null {
  if (mostPerWeek === null) return null;
  const since = msOf(at) - FREQUENCY_WINDOW_MS;
  const counted = uses.filter((use) => use <= at && msOf(use) > since).sort();
  const oldest = counted.at(-mostPerWeek);
  return oldest ? addMs(oldest, FREQUENCY_WINDOW_MS) : null;
}
