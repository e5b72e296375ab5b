import { type Instant, msOf } from '#schema/instant.ts';
import { DEFAULT_TIME_ZONE, type Locale } from './locale.ts';

/** How the locale is called by Intl: dates in English are British here, day before month. */
const INTL_TAG: Readonly<Record<Locale, string>> = {
  de: 'de',
  'de-AT': 'de-AT',
  'de-CH': 'de-CH',
  en: 'en-GB',
};

/** Set by us because ICU versions of server and browser disagree, and hydration compares byte by byte. */
const THOUSANDS: Readonly<Record<Locale, string>> = { de: '.', 'de-AT': '\u00a0', 'de-CH': "'", en: ',' };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

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
  /** 1.234 (de), 1 234 (de-AT), 1'234 (de-CH), 1,234 (en) */
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

export function createNumberFormat(locale: Locale): (value: number) => string {
  const format = new Intl.NumberFormat(INTL_TAG[locale]);
  return (value) =>
    format
      .formatToParts(value)
      .map((part) => (part.type === 'group' ? THOUSANDS[locale] : part.value))
      .join('');
}

export function createFormat(locale: Locale, { now, timeZone = DEFAULT_TIME_ZONE }: FormatOptions): Format {
  const tag = INTL_TAG[locale];
  const dates = (options: Intl.DateTimeFormatOptions, zone = timeZone) => {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: zone });
    return (at: string) => format.format(Date.parse(at));
  };
  const long = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const short = { day: '2-digit', month: locale === 'en' ? 'short' : '2-digit', year: 'numeric' } as const;
  const date = dates(long);
  const shortDate = dates(short);
  const time = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const seconds = dates({
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const sortableDay = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const dayNumber = (at: Instant) => Math.round(Date.parse(sortableDay.format(msOf(at))) / DAY_MS);
  const number = createNumberFormat(locale);
  const countries = new Intl.DisplayNames(tag, { type: 'region' });
  const languages = new Intl.DisplayNames(tag, { type: 'language' });

  const relativeDay = (at: Instant) => {
    const days = dayNumber(at) - dayNumber(now);
    return Math.abs(days) <= 7 ? relative.format(days, 'day') : date(at);
  };

  return {
    date,
    shortDate,
    time,
    dateTime: (at) => `${date(at)}, ${time(at)}`,
    exact: (at) => `${shortDate(at)}, ${seconds(at)}`,
    month: dates({ month: 'long', year: 'numeric' }),
    relativeDay,
    ago: (at) => {
      const past = msOf(now) - msOf(at);
      if (past < 0 || dayNumber(at) !== dayNumber(now)) return relativeDay(at);
      if (past < HOUR_MS) return relative.format(-Math.floor(past / MINUTE_MS), 'minute');
      return relative.format(-Math.floor(past / HOUR_MS), 'hour');
    },
    day: dates(long, 'UTC'),
    // A leap year, so that 02-29 is a day.
    dayOfYear: (monthDay) => dates({ day: 'numeric', month: 'long' }, 'UTC')(`2024-${monthDay}`),
    number,
    percent: (share) => new Intl.NumberFormat(tag, { style: 'percent' }).format(share),
    months: (count) => {
      const whole = count % 12 === 0 && count > 0;
      const unit = { style: 'unit', unit: whole ? 'year' : 'month', unitDisplay: 'long' } as const;
      return new Intl.NumberFormat(tag, unit).format(whole ? count / 12 : count);
    },
    list: (items) => new Intl.ListFormat(tag, { type: 'conjunction' }).format(items),
    either: (items) => new Intl.ListFormat(tag, { type: 'disjunction' }).format(items),
    country: (code) => (/^[a-z]{2}$/i.test(code) ? countries.of(code.toUpperCase()) : undefined) ?? code,
    language: (code) => (/^[a-z]{2,3}$/.test(code) ? languages.of(code) : undefined) ?? code,
    timeZone,
  };
}
