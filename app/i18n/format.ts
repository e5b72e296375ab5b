import { type Instant, msOf } from '#schema/instant.ts';
import { formattersFor } from './formatters.ts';
import { DEFAULT_TIME_ZONE, type Locale } from './locale.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export interface FormatOptions {
  /** Now, as the server saw it: "yesterday" must read the same after hydration. */
  readonly now: Instant;
  /** IANA name; the portal's zone unless told otherwise. */
  readonly timeZone?: string;
}

export interface Format {
  /** 21. November 2026 */
  date(at: Instant): string;
  /** 21.11.2026 (de), 21 Nov 2026 (en): for tables */
  shortDate(at: Instant): string;
  /** 11:00 */
  time(at: Instant): string;
  /** 21. November 2026, 11:00 */
  dateTime(at: Instant): string;
  /** 21.11.2026, 11:00:05 MEZ: with seconds and zone, for records */
  exact(at: Instant): string;
  /** November 2026 */
  month(at: Instant): string;
  /** heute, gestern, vor 3 Tagen, morgen; the date when more than a week away */
  relativeDay(at: Instant): string;
  /** vor 4 Minuten, vor 2 Stunden; from yesterday on like relativeDay */
  ago(at: Instant): string;
  /** A calendar day without time, `1984-06-14`: 14. Juni 1984 */
  day(isoDate: string): string;
  /** A day of each year, `06-14`: 14. Juni */
  dayOfYear(monthDay: string): string;
  /** 1.234 (de, de-AT), 1'234 (de-CH), 1,234 (en) */
  number(value: number): string;
  /** 0.123 -> 12 % */
  percent(share: number): string;
  /** 12 -> 1 Jahr, 6 -> 6 Monate */
  months(count: number): string;
  /** A, B und C */
  list(items: readonly string[]): string;
  /** A, B oder C */
  either(items: readonly string[]): string;
  /** ISO 3166 code in either case, `AT` -> Österreich */
  country(code: string): string;
  /** ISO 639 code, `fr` -> Französisch */
  language(code: string): string;
  readonly timeZone: string;
}

export function createFormat(locale: Locale, { now, timeZone = DEFAULT_TIME_ZONE }: FormatOptions): Format {
  const by = formattersFor(locale, timeZone);
  const today = by.dayNumber(now);

  const relativeDay = (at: Instant) => {
    const days = by.dayNumber(at) - today;
    return Math.abs(days) <= 7 ? by.relative.format(days, 'day') : by.date(at);
  };

  return {
    date: by.date,
    shortDate: by.shortDate,
    time: by.time,
    dateTime: (at) => `${by.date(at)}, ${by.time(at)}`,
    exact: (at) => `${by.shortDate(at)}, ${by.seconds(at)}`,
    month: by.month,
    relativeDay,
    ago: (at) => {
      const past = msOf(now) - msOf(at);
      if (past < 0 || by.dayNumber(at) !== today) return relativeDay(at);
      if (past < HOUR_MS) return by.relative.format(-Math.floor(past / MINUTE_MS), 'minute');
      return by.relative.format(-Math.floor(past / HOUR_MS), 'hour');
    },
    day: by.day,
    // A leap year, so that 02-29 is a day.
    dayOfYear: (monthDay) => by.dayOfYear(`2024-${monthDay}`),
    number: by.number,
    percent: (share) => by.percent.format(share),
    months: (count) =>
      count > 0 && count % 12 === 0 ? by.years.format(count / 12) : by.months.format(count),
    list: (items) => by.and.format(items),
    either: (items) => by.or.format(items),
    country: (code) => (/^[a-z]{2}$/i.test(code) ? by.countries.of(code.toUpperCase()) : undefined) ?? code,
    language: (code) => (/^[a-z]{2,3}$/.test(code) ? by.languages.of(code) : undefined) ?? code,
    timeZone,
  };
}
