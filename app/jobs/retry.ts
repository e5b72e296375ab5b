import { randomInt } from 'node:crypto';
import type { Job } from '#app/core/job/job-store.ts';
import { addMs, HOUR_MS, SECOND_MS } from '#app/core/shared/calendar.ts';
import type { Instant } from '#schema/instant.ts';

const FIRST_MS = 10 * SECOND_MS;
const LONGEST_MS = HOUR_MS;
/** Over two and a half hours in all. */
const MAX_ATTEMPTS = 8;

/**
 * When a failed job is due again: 10 s, 30 s, 90 s … up to an hour, give or
 * take a fifth, so that what failed together does not return together. Null:
 * given up. Recurring work is never given up, it comes round at its next time.
 */
export function retryInstant(
  job: Job,
  error: unknown,
  at: Instant,
  everyMs: number | undefined,
): Instant | null {
  if (everyMs !== undefined) return addMs(at, everyMs);
  if (job.attempts >= MAX_ATTEMPTS || isPermanent(error)) return null;
  const pauseMs = Math.min(FIRST_MS * 3 ** (job.attempts - 1), LONGEST_MS);
  return addMs(at, Math.round((pauseMs * randomInt(80, 121)) / 100));
}

/** The other side said that asking again is no use. */
function isPermanent(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'permanent' in error && error.permanent === true;
}
