import { Temporal } from 'temporal-polyfill';
import { DEFAULT_TIME_ZONE } from '#app/i18n/locale.ts';
import { type Instant, instantOf } from '#schema/instant.ts';

/** A day on the portal's clock: from its first instant until the first of the next. Undefined: there is no such day. */
export function portalDay(isoDate: string): { readonly start: Instant; readonly end: Instant } | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(isoDate)) return undefined;
  try {
    const day = Temporal.PlainDate.from(isoDate, { overflow: 'reject' });
    const startOf = (date: Temporal.PlainDate) =>
      instantOf(date.toZonedDateTime(DEFAULT_TIME_ZONE).epochMilliseconds);
    return { start: startOf(day), end: startOf(day.add({ days: 1 })) };
  } catch {
    return undefined;
  }
}
