import { type Instant, msOf } from '#schema/instant.ts';
import type { Locale } from './locale.ts';

/** How the locale is called by Intl: dates in English are British here, day before month. */
const INTL_TAG: Readonly<Record<Locale, string>> = {
  de: 'de',
  'de-AT': 'de-AT',
  'de-CH': 'de-CH',
  en: 'en-GB',
};

/**
 * Set by us because ICU versions of server and browser disagree, and hydration
 * compares byte by byte. Austria as Germany: one person may read pages of both.
 */
const THOUSANDS: Readonly<Record<Locale, string>> = { de: '.', 'de-AT': '.', 'de-CH': "'", en: ',' };

const DAY_MS = 24 * 60 * 60 * 1000;

/** Intl objects are costly to make (a page would wait most of a millisecond) and depend on nothing but these two. */
const formattersByKey = new Map<string, ReturnType<typeof makeFormatters>>();

export function formattersFor(locale: Locale, timeZone: string) {
  const key = `${locale} ${timeZone}`;
  const known = formattersByKey.get(key) ?? makeFormatters(locale, timeZone);
  formattersByKey.set(key, known);
  return known;
}

export function createNumberFormat(locale: Locale): (value: number) => string {
  const format = new Intl.NumberFormat(INTL_TAG[locale]);
  return (value) =>
    format
      .formatToParts(value)
      .map((part) => (part.type === 'group' ? THOUSANDS[locale] : part.value))
      .join('');
}

function makeFormatters(locale: Locale, timeZone: string) {
  const tag = INTL_TAG[locale];
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { timeZone, ...options });
    return (at: string) => format.format(Date.parse(at));
  };
  const unit = (name: 'year' | 'month') =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay: 'long' });
  const long = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const sortable = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return {
    date: dates(long),
    shortDate: dates({ day: '2-digit', month: locale === 'en' ? 'short' : '2-digit', year: 'numeric' }),
    time: dates(clock),
    seconds: dates({ ...clock, second: '2-digit', timeZoneName: 'short' }),
    month: dates({ month: 'long', year: 'numeric' }),
    day: dates({ ...long, timeZone: 'UTC' }),
    dayOfYear: dates({ day: 'numeric', month: 'long', timeZone: 'UTC' }),
    dayNumber: (at: Instant) => Math.round(Date.parse(sortable.format(msOf(at))) / DAY_MS),
    relative: new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }),
    number: createNumberFormat(locale),
    percent: new Intl.NumberFormat(tag, { style: 'percent' }),
    years: unit('year'),
    months: unit('month'),
    and: new Intl.ListFormat(tag, { type: 'conjunction' }),
    or: new Intl.ListFormat(tag, { type: 'disjunction' }),
    countries: new Intl.DisplayNames(tag, { type: 'region' }),
    languages: new Intl.DisplayNames(tag, { type: 'language' }),
  };
}
