import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineOf, TIME_ZONES } from '#app/core/request/due-date.ts';
import { easterSunday, isHoliday } from '#app/core/request/holidays.ts';
import { addDays, dayAt, isDay, startOfDay, weekdayOf } from '#app/core/request/local-day.ts';
import type { Jurisdiction } from '#schema/company.ts';
import { type Instant, instantOf, msOf } from '#schema/instant.ts';

describe('the clock of a request', () => {
  test.each<[Jurisdiction, arrived: string, due: string, extended: string, why: string]>([
    ['de', '2026-03-05', '2026-04-07', '2026-06-05', '5 April 2026 is Easter Sunday: the Tuesday after'],
    ['at', '2026-03-05', '2026-04-07', '2026-06-05', 'the same in Austria'],
    ['ch', '2026-03-05', '2026-04-04', '2026-06-03', '30 and 90 days, never moved'],
    ['de', '2026-03-03', '2026-04-07', '2026-06-03', 'Good Friday is a holiday in Germany'],
    ['at', '2026-03-03', '2026-04-03', '2026-06-03', 'and none in Austria'],
    ['de', '2026-01-31', '2026-03-02', '2026-04-30', 'no 31 February: its last day, a Saturday, so Monday'],
    ['de', '2024-01-31', '2024-02-29', '2024-04-30', 'leap year: 29 February, a Thursday'],
    ['de', '2024-01-29', '2024-02-29', '2024-04-29', 'the leap day itself is the same day later'],
    [
      'de',
      '2023-01-29',
      '2023-02-28',
      '2023-05-02',
      'no leap year: the last; then a Saturday, a Sunday, 1 May',
    ],
    ['de', '2026-08-31', '2026-09-30', '2026-11-30', '31 August: 30 September'],
    ['de', '2025-11-25', '2025-12-29', '2026-02-25', 'Christmas, the day after, then a weekend'],
    ['at', '2025-11-25', '2025-12-29', '2026-02-25', 'the same in Austria'],
    ['de', '2026-11-22', '2026-12-22', '2027-02-22', 'arrives on a Sunday: it counts all the same'],
    ['de', '2026-11-30', '2026-12-30', '2027-03-01', '28 February 2027 is a Sunday'],
    ['de', '2026-12-31', '2027-02-01', '2027-03-31', 'over the end of the year, a Sunday'],
    ['at', '2025-11-08', '2025-12-09', '2026-02-09', '8 December is a holiday in Austria'],
    ['de', '2025-11-08', '2025-12-08', '2026-02-09', 'and a Monday like any other in Germany'],
    ['at', '2026-05-04', '2026-06-05', '2026-08-04', 'Corpus Christi moves it in Austria'],
    ['de', '2026-05-04', '2026-06-04', '2026-08-04', 'nationwide holidays only: not in Germany'],
    ['de', '2026-09-03', '2026-10-05', '2026-12-03', '3 October is a Saturday: Monday'],
    ['ch', '2024-02-10', '2024-03-11', '2024-05-10', 'thirty days over a leap day'],
    ['ch', '2026-07-02', '2026-08-01', '2026-09-30', 'ends on the national holiday and stays there'],
  ])('%s: %s -> %s, extended %s (%s)', (jurisdiction, arrived, due, extended) => {
    expect(deadlineOf(arrived, jurisdiction).day).toBe(due);
    expect(deadlineOf(arrived, jurisdiction, true).day).toBe(extended);
  });

  test.each<[Jurisdiction, arrived: string, end: string, why: string]>([
    ['de', '2026-02-27', '2026-03-27T23:00:00.000Z', 'winter time'],
    ['de', '2026-03-10', '2026-04-10T22:00:00.000Z', 'summer time began in between'],
    ['ch', '2026-02-27', '2026-03-29T22:00:00.000Z', 'the last day itself has only 23 hours'],
    ['ch', '2026-09-25', '2026-10-25T23:00:00.000Z', 'and here 25'],
  ])('%s: what arrives on %s ends at %s (%s)', (jurisdiction, arrived, end) => {
    expect(deadlineOf(arrived, jurisdiction).endsAt).toBe(end);
  });

  test('the day of arrival is the day on the wall there, not in UTC', () => {
    const lateEvening = '2026-01-31T23:30:00.000Z' as Instant;
    expect(dayAt(lateEvening, TIME_ZONES.de)).toBe('2026-02-01');
    expect(deadlineOf(dayAt(lateEvening, TIME_ZONES.de), 'de').day).toBe('2026-03-02');
    expect(dayAt('2026-07-31T22:00:00.000Z' as Instant, TIME_ZONES.at)).toBe('2026-08-01');
    expect(dayAt('2026-07-31T21:59:59.999Z' as Instant, TIME_ZONES.at)).toBe('2026-07-31');
  });

  const anyDay = fc.integer({ min: 0, max: 365 * 60 }).map((days) => addDays('2000-01-01', days));
  const anyLand = fc.constantFrom<Jurisdiction>('de', 'at', 'ch');

  test('on every day: never shorter than the law, no later than it must be, on a working day', () => {
    fc.assert(
      fc.property(anyDay, anyLand, fc.boolean(), (arrived, land, extended) => {
        const { day, endsAt } = deadlineOf(arrived, land, extended);
        const length = (Date.parse(day) - Date.parse(arrived)) / 86_400_000;
        if (land === 'ch') expect(length).toBe(extended ? 90 : 30);
        else {
          // Four days off in a row are the most: 25 and 26 December beside a weekend, or Easter.
          expect(length).toBeGreaterThanOrEqual(extended ? 89 : 28);
          expect(length).toBeLessThanOrEqual(extended ? 96 : 35);
          expect(weekdayOf(day)).toBeLessThanOrEqual(5);
          expect(isHoliday(day, land)).toBe(false);
        }
        expect(dayAt(instantOf(msOf(endsAt) - 1), TIME_ZONES[land])).toBe(day);
        expect(dayAt(endsAt, TIME_ZONES[land])).toBe(addDays(day, 1));
      }),
      { numRuns: 2000 },
    );
  });

  test('who asks later is never answered earlier', () => {
    fc.assert(
      fc.property(anyDay, anyLand, (arrived, land) => {
        const next = deadlineOf(addDays(arrived, 1), land).day;
        expect(next >= deadlineOf(arrived, land).day).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('days', () => {
  test.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('Easter of %i is %s', (year, easter) => {
    expect(easterSunday(year)).toBe(easter);
  });

  test('a day begins at midnight on the wall, also in the nights in which the clocks change', () => {
    expect(startOfDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
    expect(startOfDay('2026-03-30', 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z');
    expect(startOfDay('2026-10-25', 'Europe/Zurich')).toBe('2026-10-24T22:00:00.000Z');
    expect(startOfDay('2026-10-26', 'Europe/Zurich')).toBe('2026-10-25T23:00:00.000Z');
  });

  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '', 'today', '2026-04-31'])('%s is no day', (text) => {
    expect(isDay(text)).toBe(false);
  });

  test('29 February is one in a leap year', () => {
    expect(isDay('2028-02-29')).toBe(true);
  });
});
