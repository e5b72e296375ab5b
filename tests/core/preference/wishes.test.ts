import { expect, test } from 'vitest';
import { canonicalJson, type JsonRecord } from '#app/core/ledger/jcs.ts';
import {
  effectivePreference,
  preferenceOfRecord,
  recordedPreference,
} from '#app/core/preference/effective-preference.ts';
import { frequencyUntil } from '#app/core/preference/frequency.ts';
import { instantOf } from '#schema/instant.ts';
import { NO_PREFERENCE, Preference } from '#schema/preference.ts';

const DAY = 86_400_000;
const start = Date.UTC(2028, 1, 29, 12);
const day = (days: number) => instantOf(start + days * DAY);
const night = { from: '21:00', to: '08:00', timeZone: 'Europe/Vienna' };

test('an entry of the log from before there were topics reads and hashes as it did', () => {
  const old = { channelsOff: ['phone'], pausedUntil: null };
  expect(canonicalJson(Preference.parse(old) as unknown as JsonRecord)).toBe(canonicalJson(old));
  expect(recordedPreference(NO_PREFERENCE, NO_PREFERENCE)).toEqual(NO_PREFERENCE);
});

test('a company’s override goes before the default, also where it says "no limit" and "no quiet hours"', () => {
  const byDefault = { ...NO_PREFERENCE, topicsOff: ['offers' as const], mostPerWeek: 2, quietHours: night };
  expect(effectivePreference(NO_PREFERENCE, byDefault)).toEqual({
    channelsOff: [],
    topicsOff: ['offers'],
    mostPerWeek: 2,
    quietHours: night,
    pausedUntil: null,
  });
  const own: Preference = { ...NO_PREFERENCE, topicsOff: [], mostPerWeek: 'any', quietHours: 'none' };
  const free = { channelsOff: [], topicsOff: [], mostPerWeek: null, quietHours: null, pausedUntil: null };
  expect(effectivePreference(own, byDefault)).toEqual(free);
  expect(preferenceOfRecord(recordedPreference(own, byDefault))).toEqual(free);
  expect(preferenceOfRecord(null)).toEqual(free);
});

test('a week is any seven days: the limit holds until the oldest message that counts is seven days old', () => {
  const uses = [day(3), day(0), day(1)];
  expect(frequencyUntil(null, uses, day(3))).toBeNull();
  expect(frequencyUntil(4, uses, day(3))).toBeNull();
  expect(frequencyUntil(3, uses, day(3))).toBe(day(7));
  expect(frequencyUntil(2, uses, day(3))).toBe(day(8));
  expect(frequencyUntil(1, uses, day(2))).toBe(day(8));
  expect(frequencyUntil(3, uses, day(7))).toBeNull();
  expect(frequencyUntil(3, uses, instantOf(start + 7 * DAY - 1))).toBe(day(7));
  expect(frequencyUntil(1, [day(5)], day(4))).toBeNull();
});
