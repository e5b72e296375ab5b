import * as z from 'zod';

/** UTC with milliseconds, RFC 3339: sorts as text in the order of time, on both engines. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'expected UTC like 2026-11-21T10:00:00.000Z')
  .brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** @param ms milliseconds since 1970-01-01T00:00:00Z */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString() as Instant;
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function msOf(instant: Instant): number {
  return Date.parse(instant);
}
