import type { Instant } from '#schema/instant.ts';

/** What the last whole check of the log found. */
export interface LogStand {
  readonly whole: boolean;
  /** Null: not checked since the start. */
  readonly checkedAt: Instant | null;
  readonly size: number;
  /** How many faults. */
  readonly found: number;
}

export const comparePath = (slug: string): string =>
  `/officer/purposes?${new URLSearchParams({ compare: slug })}`;
