import { type Instant, instantOf, msOf } from '#schema/instant.ts';

/**
 * The same day of the month `months` later, in UTC; where that day does not
 * exist, the last day of the month (31 January + 1 month = 28 or 29 February).
 */
export function addMonths(at: Instant, months: number): Instant {
  const date = new Date(msOf(at));
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return instantOf(date.getTime());
}

/** @param ms milliseconds, may be negative */
export function addMs(at: Instant, ms: number): Instant {
  return instantOf(msOf(at) + ms);
}

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
