import { randomInt } from 'node:crypto';
import type { Job } from '#app/core/job/job-store.ts';
import { addMs, HOUR_MS, SECOND_MS } from '#app/core/shared/calendar.ts';
import type { Instant } from '#schema/instant.ts';

const FIRST_MS = 10 * SECOND_MS;
const LONGEST_MS = HOUR_MS;
/** Over two and a half hours in all. */
const MAX_ATTEMPTS = 8;
/** Five days, as long as mail servers themselves try. */
const MAX_PATIENT_ATTEMPTS = 125;

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
  const most = says(error, 'patient') ? MAX_PATIENT_ATTEMPTS : MAX_ATTEMPTS;
  // `permanent`: the other side said that asking again is no use.
  if (job.attempts >= most || says(error, 'permanent')) return null;
  const pauseMs = Math.min(FIRST_MS * 3 ** Math.min(job.attempts - 1, 8), LONGEST_MS);
  return addMs(at, Math.round((pauseMs * randomInt(80, 121)) / 100));
}

function says(error: unknown, word: 'permanent' | 'patient'): boolean {
  return typeof error === 'object' && error !== null && (error as Record<string, unknown>)[word] === true;
}
