import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTimeZone, quietUntil } from '#app/core/preference/quiet-hours.ts';
import { instantOf, msOf } from '#schema/instant.ts';
import { QuietHours } from '#schema/preference.ts';
import { isQuiet, mayGoOutAt } from '#tests/core/permission/oracle-clock.ts';

const at = (text: string) => instantOf(Date.parse(text));
const vienna = (from: string, to: string): QuietHours => ({ from, to, timeZone: 'Europe/Vienna' });

test('over midnight: quiet from the evening to the morning, on the wall of the customer', () => {
  const night = vienna('21:00', '08:00');
  expect(quietUntil(night, at('2026-11-22T19:59:59.999Z'))).toBeNull();
  expect(quietUntil(night, at('2026-11-22T20:00:00.000Z'))).toBe('2026-11-23T07:00:00.000Z');
  expect(quietUntil(night, at('2026-11-23T06:59:59.999Z'))).toBe('2026-11-23T07:00:00.000Z');
  expect(quietUntil(night, at('2026-11-23T07:00:00.000Z'))).toBeNull();
  const noon = vienna('12:00', '13:30');
  expect(quietUntil(noon, at('2026-07-01T10:00:00.000Z'))).toBe('2026-07-01T11:30:00.000Z');
  expect(quietUntil(noon, at('2026-07-01T23:00:00.000Z'))).toBeNull();
});

test('the night that loses an hour: the end that the wall never shows is when the clock is put forward', () => {
  // 29 March 2026: after 01:59 comes 03:00.
  const evening = at('2026-03-28T22:00:00.000Z');
  expect(quietUntil(vienna('22:00', '02:30'), evening)).toBe('2026-03-29T01:00:00.000Z');
  expect(quietUntil(vienna('22:00', '06:00'), evening)).toBe('2026-03-29T04:00:00.000Z');
  expect(quietUntil(vienna('02:30', '06:00'), at('2026-03-29T00:59:59.000Z'))).toBeNull();
  expect(quietUntil(vienna('02:30', '06:00'), at('2026-03-29T01:00:00.000Z'))).toBe(
    '2026-03-29T04:00:00.000Z',
  );
});

test('the night that has an hour twice: what is quiet is quiet both times', () => {
  // 25 October 2026: after 02:59 comes 02:00 again.
  const evening = at('2026-10-24T21:00:00.000Z');
  expect(quietUntil(vienna('22:00', '06:00'), evening)).toBe('2026-10-25T05:00:00.000Z');
  expect(quietUntil(vienna('22:00', '03:00'), evening)).toBe('2026-10-25T02:00:00.000Z');
  const early = vienna('22:00', '02:30');
  expect(quietUntil(early, evening)).toBe('2026-10-25T00:30:00.000Z');
  expect(quietUntil(early, at('2026-10-25T00:45:00.000Z'))).toBeNull();
  expect(quietUntil(early, at('2026-10-25T01:00:00.000Z'))).toBe('2026-10-25T01:30:00.000Z');
});

test('a leap day is a day like any other', () => {
  expect(quietUntil(vienna('23:30', '00:30'), at('2028-02-28T22:45:00.000Z'))).toBe(
    '2028-02-28T23:30:00.000Z',
  );
  expect(quietUntil(vienna('21:00', '08:00'), at('2028-02-29T20:00:00.000Z'))).toBe(
    '2028-03-01T07:00:00.000Z',
  );
});

test('the first instant that is not quiet is the one a calendar library finds, in every zone and night', () => {
  const minutes = fc.integer({ min: 0, max: 1439 }).map((minute) => {
    const two = (part: number) => String(part).padStart(2, '0');
    return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  });
  const zones = fc.constantFrom(
    'Europe/Vienna',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Casablanca',
    'UTC',
  );
  const jumps = ['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-03-08T07:00Z', '2026-10-03T15:30Z'];
  const instants = fc
    .tuple(fc.constantFrom(...jumps), fc.integer({ min: -26 * 3_600_000, max: 26 * 3_600_000 }))
    .map(([jump, distance]) => Date.parse(jump) + distance);
  let quiet = 0;
  fc.assert(
    fc.property(minutes, minutes, zones, instants, (from, to, timeZone, ms) => {
      fc.pre(from !== to);
      const hours = { from, to, timeZone };
      const until = quietUntil(hours, instantOf(ms));
      expect(until !== null).toBe(isQuiet(hours, ms));
      if (until) expect(msOf(until)).toBe(mayGoOutAt(ms, hours, Number.POSITIVE_INFINITY, []));
      if (until) quiet++;
    }),
    { numRuns: 6_000 },
  );
  expect(quiet).toBeGreaterThan(2_000);
});

test('what is no time or no zone is refused', () => {
  for (const name of ['', 'Mars/Olympus', 'Europe/Wien', '../etc'])
    expect(isTimeZone(name), name).toBe(false);
  for (const name of ['Europe/Zurich', 'UTC']) expect(isTimeZone(name), name).toBe(true);
  for (const [from, to] of [
    ['24:00', '08:00'],
    ['9:00', '10:00'],
    ['21:00', '21:00'],
  ])
    expect(QuietHours.safeParse({ from, to, timeZone: 'UTC' }).success).toBe(false);
});
