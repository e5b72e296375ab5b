import { describe, expect, test } from 'vitest';
import { createFormat } from '#app/i18n/format.ts';
import { LOCALES, type Locale } from '#app/i18n/locale.ts';
import type { Instant } from '#schema/instant.ts';

const at = (text: string) => text as Instant;
const now = at('2026-01-21T10:00:00.000Z');
const formatIn = (locale: Locale, timeZone?: string) =>
  createFormat(locale, timeZone === undefined ? { now } : { now, timeZone });

describe('dates', () => {
  test.each([
    ['de', '21. Januar 2026', '21.01.2026', 'Januar 2026'],
    ['de-AT', '21. Jänner 2026', '21.01.2026', 'Jänner 2026'],
    ['de-CH', '21. Januar 2026', '21.01.2026', 'Januar 2026'],
    ['en', '21 January 2026', '21 Jan 2026', 'January 2026'],
  ] as const)('%s', (locale, date, short, month) => {
    const format = formatIn(locale);
    expect(format.date(now)).toBe(date);
    expect(format.shortDate(now)).toBe(short);
    expect(format.month(now)).toBe(month);
    expect(format.dateTime(now)).toBe(`${date}, 11:00`);
  });

  test('a day of the calendar is the same day in every zone', () => {
    expect(formatIn('de', 'Pacific/Auckland').day('1984-06-14')).toBe('14. Juni 1984');
    expect(formatIn('de', 'America/Los_Angeles').day('1984-06-14')).toBe('14. Juni 1984');
    expect(formatIn('de-AT').day('1984-01-01')).toBe('1. Jänner 1984');
    expect(formatIn('en').dayOfYear('02-29')).toBe('29 February');
  });

  test('the wall clock follows the zone, summer and winter', () => {
    const summer = at('2026-07-01T22:30:00.000Z');
    expect(formatIn('de').dateTime(summer)).toBe('2. Juli 2026, 00:30');
    expect(formatIn('de', 'UTC').dateTime(summer)).toBe('1. Juli 2026, 22:30');
    expect(formatIn('de').exact(at('2026-01-21T10:00:05.000Z'))).toBe('21.01.2026, 11:00:05 MEZ');
    expect(formatIn('de').exact(summer)).toContain('00:30:00 MESZ');
  });
});

describe('days near now', () => {
  test.each([
    ['de', '2026-01-21T22:59:00.000Z', 'heute'],
    ['de', '2026-01-20T23:00:00.000Z', 'heute'],
    ['de', '2026-01-20T22:59:59.999Z', 'gestern'],
    ['de', '2026-01-19T10:00:00.000Z', 'vorgestern'],
    ['de', '2026-01-18T10:00:00.000Z', 'vor 3 Tagen'],
    ['de', '2026-01-22T10:00:00.000Z', 'morgen'],
    ['de-AT', '2026-01-10T10:00:00.000Z', '10. Jänner 2026'],
    ['en', '2026-01-20T10:00:00.000Z', 'yesterday'],
    ['en', '2026-01-24T10:00:00.000Z', 'in 3 days'],
    ['en', '2025-01-20T10:00:00.000Z', '20 January 2025'],
  ] as const)('%s %s is %s', (locale, instant, text) => {
    expect(formatIn(locale).relativeDay(at(instant))).toBe(text);
  });

  test('the change to summer time does not shift a day', () => {
    const format = createFormat('de', { now: at('2026-03-29T22:30:00.000Z') });
    expect(format.relativeDay(at('2026-03-28T23:30:00.000Z'))).toBe('gestern');
  });

  test.each([
    ['2026-01-21T09:59:50.000Z', 'in dieser Minute'],
    ['2026-01-21T09:56:00.000Z', 'vor 4 Minuten'],
    ['2026-01-21T08:59:00.000Z', 'vor 1 Stunde'],
    ['2026-01-20T20:00:00.000Z', 'gestern'],
    ['2026-01-21T10:00:05.000Z', 'heute'],
  ])('ago: %s is %s', (instant, text) => {
    expect(formatIn('de').ago(at(instant))).toBe(text);
  });
});

describe('numbers', () => {
  test.each([
    ['de', '1.234', '1.234.567,5', '-1.234'],
    ['de-AT', '1.234', '1.234.567,5', '-1.234'],
    ['de-CH', "1'234", "1'234'567.5", "-1'234"],
    ['en', '1,234', '1,234,567.5', '-1,234'],
  ] as const)('%s', (locale, thousand, million, negative) => {
    const format = formatIn(locale);
    expect(format.number(1234)).toBe(thousand);
    expect(format.number(1234567.5)).toBe(million);
    expect(format.number(-1234)).toBe(negative);
  });

  test('shares and spans of months', () => {
    expect(formatIn('de').percent(0.123)).toBe('12\u00a0%');
    expect(formatIn('en').percent(1)).toBe('100%');
    expect(formatIn('de').months(12)).toBe('1 Jahr');
    expect(formatIn('de').months(24)).toBe('2 Jahre');
    expect(formatIn('de').months(18)).toBe('18 Monate');
    expect(formatIn('en').months(1)).toBe('1 month');
  });
});

describe('lists and names', () => {
  test('and, or', () => {
    expect(formatIn('de').list(['A', 'B', 'C'])).toBe('A, B und C');
    expect(formatIn('de').either(['A', 'B'])).toBe('A oder B');
    expect(formatIn('en').list(['A', 'B', 'C'])).toBe('A, B and C');
    expect(formatIn('de').list(['A'])).toBe('A');
    expect(formatIn('de').list([])).toBe('');
  });

  test('countries and languages, also unknown ones', () => {
    expect(formatIn('de').country('at')).toBe('Österreich');
    expect(formatIn('en').country('IE')).toBe('Ireland');
    expect(formatIn('de').language('fr')).toBe('Französisch');
    expect(formatIn('de').country('x')).toBe('x');
    expect(formatIn('de').language('')).toBe('');
  });
});

test.each(LOCALES)('%s names the zone it writes in', (locale) => {
  expect(formatIn(locale).timeZone).toBe('Europe/Vienna');
  expect(formatIn(locale, 'Europe/Zurich').timeZone).toBe('Europe/Zurich');
});
