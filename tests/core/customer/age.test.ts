import { expect, test } from 'vitest';
import { ageLimitIn, isOldEnough, isUnderAge, withAgeAnswer } from '#app/core/customer/age.ts';
import type { AgeAnswers } from '#app/core/customer/customer.ts';
import type { Instant } from '#schema/instant.ts';

const AT = '2026-03-02T09:00:00.000Z' as Instant;
const NOTHING: AgeAnswers = { sixteen: null, fourteen: null, answeredAt: null };

test('16 in Germany, 14 in Austria, none in Switzerland', () => {
  expect([ageLimitIn('de'), ageLimitIn('at'), ageLimitIn('ch')]).toEqual([16, 14, null]);
});

test('not asked is not said: nobody is too young before they say so', () => {
  expect(isOldEnough(NOTHING, 16)).toBeNull();
  expect([isUnderAge(NOTHING, 'de'), isUnderAge(NOTHING, 'at'), isUnderAge(NOTHING, 'ch')]).toEqual([
    false,
    false,
    false,
  ]);
});

test.each([
  [16, true, NOTHING, { sixteen: true, fourteen: true }],
  [16, false, NOTHING, { sixteen: false, fourteen: null }],
  [14, true, NOTHING, { sixteen: null, fourteen: true }],
  [14, false, NOTHING, { sixteen: false, fourteen: false }],
  // A later answer wins over what it contradicts, and over nothing else.
  [14, false, { sixteen: true, fourteen: true, answeredAt: AT }, { sixteen: false, fourteen: false }],
  [16, false, { sixteen: true, fourteen: true, answeredAt: AT }, { sixteen: false, fourteen: true }],
  [14, true, { sixteen: false, fourteen: false, answeredAt: AT }, { sixteen: false, fourteen: true }],
  [16, true, { sixteen: false, fourteen: false, answeredAt: AT }, { sixteen: true, fourteen: true }],
] as const)('%i or older: %s', (limit, yes, before, after) => {
  expect(withAgeAnswer(before, limit, yes, AT)).toEqual({ ...after, answeredAt: AT });
});
