import { type Instant, instantOf, msOf } from '#schema/instant.ts';
import { DAY_MS, HOUR_MS } from '../shared/calendar.ts';

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Day and time on the wall of a time zone, as if they were UTC: their difference to the instant is the offset. */
function wallMs(ms: number, timeZone: string): number {
  const known =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  clocks.set(timeZone, known);
  const part = Object.fromEntries(known.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The calendar day, `2026-11-21`, that it is in a time zone at an instant. */
export function dayAt(at: Instant, timeZone: string): string {
  return instantOf(wallMs(msOf(at), timeZone)).slice(0, 10);
}

/** The instant at which a calendar day begins in a time zone. */
export function startOfDay(day: string, timeZone: string): Instant {
  const wanted = Date.parse(`${day}T00:00:00Z`);
  // Offsets on either side of the day: where the clocks change that night, only one of them leads to midnight.
  const offsets = [wanted - 12 * HOUR_MS, wanted + 12 * HOUR_MS].map((ms) => wallMs(ms, timeZone) - ms);
  const starts = offsets.map((offset) => wanted - offset);
  return instantOf(starts.find((ms) => wallMs(ms, timeZone) === wanted) ?? wanted);
}

/** A deadline ends with the last hour of its day: the instant at which the next day begins. */
export function endOfDay(day: string, timeZone: string): Instant {
  return startOfDay(addDays(day, 1), timeZone);
}

export function addDays(day: string, days: number): string {
  return instantOf(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).slice(0, 10);
}

/** Monday 1 to Sunday 7. */
export function weekdayOf(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

export function isDay(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(ms) && instantOf(ms).slice(0, 10) === text;
}
