import { Temporal } from 'temporal-polyfill';
import { DEFAULT_TIME_ZONE } from '#app/i18n/locale.ts';
import { type Instant, instantOf, msOf } from '#schema/instant.ts';

/** `2026-11-21T10:00` on the portal's clock as an instant. Undefined: there is no such day or time. */
export function portalInstant(local: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return undefined;
  try {
    const time = Temporal.PlainDateTime.from(local, { overflow: 'reject' });
    return instantOf(time.toZonedDateTime(DEFAULT_TIME_ZONE).epochMilliseconds);
  } catch {
    return undefined;
  }
}

/** An instant as a field for date and time shows it. */
export function portalLocal(at: Instant): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(msOf(at)).toZonedDateTimeISO(DEFAULT_TIME_ZONE);
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
}
