import { type Instant, instantOf } from '#schema/instant.ts';
import type { Random } from './random.ts';

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** One local day of the region (Europe/Vienna). */
interface PlanDay {
  /** Local midnight, in ms since 1970 UTC. */
  readonly startMs: number;
  /** Shops and offices work: no Saturday, Sunday or fixed holiday. */
  readonly working: boolean;
}

export interface PlanCalendar {
  readonly nowMs: number;
  /** Twelve months before now: the first customers come. */
  readonly startMs: number;
  /** Customers act until a few minutes before now. */
  readonly customerEndMs: number;
  /** Staff look for the last time yesterday in the afternoon. */
  readonly staffEndMs: number;
  /** From the day of `startMs` to today. */
  readonly days: readonly PlanDay[];
}

const HOLIDAYS = ['01-01', '05-01', '12-24', '12-25', '12-26', '12-31'];
const LOCAL = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Vienna', timeZoneName: 'longOffset' });

/** Local date `YYYY-MM-DD` and its distance from UTC at an instant. */
function localAt(ms: number): { date: string; offsetMs: number } {
  const parts = Object.fromEntries(LOCAL.formatToParts(ms).map(({ type, value }) => [type, value]));
  const offset = /([+-])(\d{2}):(\d{2})/.exec(parts.timeZoneName ?? '');
  const minutes = offset ? Number(offset[2]) * 60 + Number(offset[3]) : 0;
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    offsetMs: (offset?.[1] === '-' ? -minutes : minutes) * MINUTE_MS,
  };
}

export function calendarOf(now: Date): PlanCalendar {
  const nowMs = now.getTime();
  const startMs = monthsBefore(nowMs, 12);
  const days: PlanDay[] = [];
  const first = Date.parse(`${localAt(startMs).date}T00:00:00Z`);
  const today = Date.parse(`${localAt(nowMs).date}T00:00:00Z`);
  for (let utcMidnight = first; utcMidnight <= today; utcMidnight += DAY_MS) {
    const weekday = new Date(utcMidnight).getUTCDay();
    const monthDay = new Date(utcMidnight).toISOString().slice(5, 10);
    days.push({
      // Clocks change at 01:00 UTC, so at this instant the offset is still that of local midnight.
      startMs: utcMidnight - localAt(utcMidnight).offsetMs,
      working: weekday !== 0 && weekday !== 6 && !HOLIDAYS.includes(monthDay),
    });
  }
  const yesterday = days[days.length - 2] ?? { startMs: nowMs - DAY_MS };
  return {
    nowMs,
    startMs,
    customerEndMs: nowMs - 3 * MINUTE_MS,
    staffEndMs: yesterday.startMs + 15.5 * 60 * MINUTE_MS,
    days,
  };
}

/** The same day of the month `months` earlier (later if negative), in UTC; the last day where it does not exist. */
export function monthsBefore(ms: number, months: number): number {
  const date = new Date(ms);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime();
}

export function monthsAfter(ms: number, months: number): number {
  return monthsBefore(ms, -months);
}

/** Position of the local day that holds `ms`; the first or last day for instants outside. */
export function dayOf({ days }: PlanCalendar, ms: number): number {
  const firstMs = days[0]?.startMs ?? 0;
  const guess = Math.min(Math.max(Math.floor((ms - firstMs) / DAY_MS), 0), days.length - 1);
  const here = days[guess];
  const next = days[guess + 1];
  if (here !== undefined && ms < here.startMs) return Math.max(guess - 1, 0);
  return next !== undefined && ms >= next.startMs ? guess + 1 : guess;
}

/** A local time of day, `daysAgo` local days before today. @param minutes since midnight */
export function daysAgo({ days }: PlanCalendar, count: number, minutes: number): Instant {
  const day = days[days.length - 1 - count];
  if (day === undefined) throw new Error(`the plan does not reach back ${count} days`);
  return instantOf(day.startMs + minutes * MINUTE_MS);
}

/** A waking hour (06:30 to 22:30) between two instants, or undefined when there is none. */
export function customerTime(
  calendar: PlanCalendar,
  random: Random,
  fromMs: number,
  toMs: number,
): number | undefined {
  return timeOfDay(
    calendar,
    dayOf(calendar, fromMs + random.next() * (toMs - fromMs)),
    random,
    390,
    960,
    fromMs,
    toMs,
  );
}

/** An office hour (08:00 to 16:30) of a working day between two instants, or undefined when there is none. */
export function officeTime(
  calendar: PlanCalendar,
  random: Random,
  fromMs: number,
  toMs: number,
): number | undefined {
  const last = dayOf(calendar, toMs);
  let day = dayOf(calendar, fromMs + random.next() * (toMs - fromMs));
  while (day <= last && calendar.days[day]?.working !== true) day += 1;
  return timeOfDay(calendar, day, random, 480, 510, fromMs, toMs);
}

function timeOfDay(
  { days }: PlanCalendar,
  index: number,
  random: Random,
  openMinute: number,
  spanMinutes: number,
  fromMs: number,
  toMs: number,
): number | undefined {
  const day = days[index];
  if (day === undefined) return undefined;
  const ms = Math.floor(day.startMs + (openMinute + random.next() * spanMinutes) * MINUTE_MS);
  return ms > fromMs && ms <= toMs ? ms : undefined;
}
