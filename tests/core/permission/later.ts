import type { Dated } from './history.ts';

/**
 * The same history some years later, so that many follow one another in one
 * log, whose clock never runs back. Whole steps of four years: months keep
 * their lengths.
 */
export function later(history: readonly Dated[], notBefore: number): Dated[] {
  const [first] = history;
  if (!first) return [];
  const start = new Date(first.at);
  while (start.getTime() <= notBefore) start.setUTCFullYear(start.getUTCFullYear() + 4);
  const shift = start.getTime() - first.at;
  return history.map((deed) => ({
    ...deed,
    at: deed.at + shift,
    ...(deed.type === 'pause' && typeof deed.until === 'number' ? { until: deed.until + shift } : {}),
  }));
}
