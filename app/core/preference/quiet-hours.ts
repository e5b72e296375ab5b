import { type Instant, instantOf, msOf } from '#schema/instant.ts';
import type { QuietHours } from '#schema/preference.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../shared/calendar.ts';

/**
 * Until when it is quiet at `at`: the first instant at which the clock on the
 * wall of the customer's zone shows a time outside the quiet hours. Null: it
 * is not quiet. The wall clock decides on the nights when it is put forward or
 * back: an hour that does not exist is left out, one that comes twice is quiet
 * twice.
 */
export function quietUntil({ from, to, timeZone }: QuietHours, at: Instant): Instant | null {
  const begins = minutesOf(from);
  const ends = minutesOf(to);
  const isQuiet = (ms: number) => {
    const minute = wallMinute(ms, timeZone);
    return begins < ends ? minute >= begins && minute < ends : minute >= begins || minute < ends;
  };
  if (!isQuiet(msOf(at))) return null;
  // Whole minutes: no zone has had another offset since these hours exist.
  let start = Math.floor(msOf(at) / MINUTE_MS) * MINUTE_MS;
  for (;;) {
    const end = start + minutesUntil(ends, wallMinute(start, timeZone)) * MINUTE_MS;
    const jump = nextJump(start, end, timeZone);
    if (jump === undefined) return instantOf(end);
    if (!isQuiet(jump)) return instantOf(jump);
    start = jump;
  }
}

/** Whether this runtime knows the zone; what it does not know is refused at the door. */
export function isTimeZone(name: string): boolean {
  try {
    return name.length > 0 && clockIn(name) !== undefined;
  } catch {
    return false;
  }
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

const MINUTES_OF_DAY = DAY_MS / MINUTE_MS;

/** At least one minute: the end itself is no longer quiet. */
function minutesUntil(end: number, now: number): number {
  return modulo(end - now, MINUTES_OF_DAY) || MINUTES_OF_DAY;
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

/** The first minute in (start, end] at which the zone's distance from UTC is another than at `start`. */
function nextJump(start: number, end: number, timeZone: string): number | undefined {
  const distance = (ms: number) =>
    modulo(wallMinute(ms, timeZone) - Math.floor(ms / MINUTE_MS), MINUTES_OF_DAY);
  const before = distance(start);
  for (let hour = start; hour < end; hour += HOUR_MS) {
    let last = Math.min(hour + HOUR_MS, end);
    if (distance(last) === before) continue;
    let first = hour;
    while (last - first > MINUTE_MS) {
      const middle = first + Math.floor((last - first) / (2 * MINUTE_MS)) * MINUTE_MS;
      if (distance(middle) === before) first = middle;
      else last = middle;
    }
    return last;
  }
  return undefined;
}

/** Minutes since midnight on the wall. */
function wallMinute(ms: number, timeZone: string): number {
  return minutesOf(clockIn(timeZone).format(ms));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making one costs a hundred times more than asking it. */
function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  if (clocks.size > 500) clocks.clear();
  clocks.set(timeZone, clock);
  return clock;
}
