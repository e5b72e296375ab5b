import { describe, expect, test } from 'vitest';
import type { PurposeVersion } from '#app/core/purpose/purpose.ts';
import { portalDay } from '#app/routes/officer/reading/portal-days.server.ts';
import { laneOf } from '#app/routes/officer/reading/proof-lanes.server.ts';
import type { ConsentStanding, ConsentState } from '#schema/consent.ts';
import type { Instant } from '#schema/instant.ts';

const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T10:00:00.000Z` as Instant;
const event = (at: Instant, state: ConsentState, expiresAt: Instant | null = null) => ({
  at,
  standing: {
    state,
    versionId: 'v1',
    fields: [],
    channels: [],
    decidedAt: at,
    expiresAt,
  } as unknown as ConsentStanding,
});
const version = (usableUntil: Instant | null) => ({ id: 'v1', usableUntil }) as unknown as PurposeVersion;
const short = ({ segments }: ReturnType<typeof laneOf>) =>
  segments.map(({ from, to, tone }) => `${from.slice(8, 10)}-${to.slice(8, 10)} ${tone}`);
const span = { from: day(1), to: day(20), versions: [version(null)] };

describe('a lane', () => {
  test('runs from decision to decision, and without one says so', () => {
    expect(short(laneOf({ ...span, basis: 'consent', events: [] }))).toEqual(['01-20 none']);
    expect(short(laneOf({ ...span, basis: 'objection', events: [] }))).toEqual(['01-20 yes']);
    const events = [event(day(3), 'granted'), event(day(9), 'withdrawn')];
    const lane = laneOf({ ...span, basis: 'consent', events });
    expect(short(lane)).toEqual(['01-03 none', '03-09 yes', '09-20 no']);
    expect(lane.events).toEqual([day(3), day(9)]);
  });

  test('a grant ends with its term, whether or not anybody wrote that down', () => {
    const events = [event(day(3), 'granted', day(8))];
    expect(short(laneOf({ ...span, basis: 'consent', events }))).toEqual([
      '01-03 none',
      '03-08 yes',
      '08-20 none',
    ]);
    const written = [...events, event(day(9), 'expired')];
    expect(short(laneOf({ ...span, basis: 'consent', events: written }))).toEqual([
      '01-03 none',
      '03-08 yes',
      '08-09 none',
      '09-20 none',
    ]);
  });

  test('a grant ends with the use of its version, and the sooner end counts', () => {
    const events = [event(day(3), 'granted', day(15))];
    const versions = [version(day(6))];
    expect(short(laneOf({ ...span, versions, basis: 'consent', events }))).toEqual([
      '01-03 none',
      '03-06 yes',
      '06-20 none',
    ]);
  });

  test('two decisions at one instant leave the later one, and nothing lies outside its time', () => {
    const events = [event(day(1), 'granted'), event(day(1), 'refused')];
    expect(short(laneOf({ ...span, basis: 'consent', events }))).toEqual(['01-20 no']);
    const early = [event('2026-02-20T10:00:00.000Z' as Instant, 'granted')];
    expect(short(laneOf({ ...span, basis: 'consent', events: early }))).toEqual(['01-20 yes']);
  });
});

describe('a day on the clock on the wall', () => {
  test.each([
    ['2026-01-15', '2026-01-14T23:00:00.000Z', '2026-01-15T23:00:00.000Z'],
    ['2026-07-15', '2026-07-14T22:00:00.000Z', '2026-07-15T22:00:00.000Z'],
    // The clocks change: a day of 23 hours and one of 25.
    ['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ])('%s begins and ends where people say', (date, start, end) => {
    expect(portalDay(date)).toEqual({ start, end });
  });

  test.each(['2026-02-29', '2026-13-01', '1.5.2026', '', '2026-1-1', '2026-01-01T00:00'])(
    '%s is none',
    (date) => {
      expect(portalDay(date)).toBeUndefined();
    },
  );
});
