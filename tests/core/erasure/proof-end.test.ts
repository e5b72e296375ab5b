import { describe, expect, test } from 'vitest';
import { proofEnd } from '#app/core/erasure/proof-end.ts';
import type { Channel } from '#schema/channel.ts';
import type { Jurisdiction } from '#schema/company.ts';
import type { Instant } from '#schema/instant.ts';

const ENDED = '2026-11-22T10:00:00.000Z' as Instant;
const use = (at: string, channel: Channel | null) => ({ at: at as Instant, channel });

describe('how long a proof is kept', () => {
  test.each<[string, Jurisdiction, ReturnType<typeof use>[], string]>([
    ['nothing was ever used', 'de', [], ENDED],
    [
      'Germany, e-mail: three years from the end of the year',
      'de',
      [use('2026-03-02T09:00:00.000Z', 'email')],
      '2029-12-31T23:59:59.999Z',
    ],
    [
      'Germany, a call: five years from the call',
      'de',
      [use('2026-03-02T09:00:00.000Z', 'phone')],
      '2031-03-02T09:00:00.000Z',
    ],
    [
      'Germany, data without a message',
      'de',
      [use('2025-12-31T23:00:00.000Z', null)],
      '2028-12-31T23:59:59.999Z',
    ],
    [
      'the longest of all counts',
      'de',
      [use('2026-03-02T09:00:00.000Z', 'email'), use('2022-03-02T09:00:00.000Z', 'phone')],
      '2029-12-31T23:59:59.999Z',
    ],
    [
      'the last use counts, not the first',
      'de',
      [use('2022-03-02T09:00:00.000Z', 'phone'), use('2026-03-02T09:00:00.000Z', 'phone')],
      '2031-03-02T09:00:00.000Z',
    ],
    [
      'Austria: three years to the day',
      'at',
      [use('2026-03-02T09:00:00.000Z', 'phone')],
      '2029-03-02T09:00:00.000Z',
    ],
    [
      'Switzerland: five years to the day',
      'ch',
      [use('2026-03-02T09:00:00.000Z', 'email')],
      '2031-03-02T09:00:00.000Z',
    ],
    ['29 February', 'ch', [use('2024-02-29T12:00:00.000Z', 'email')], '2029-02-28T12:00:00.000Z'],
    ['used so long ago that it is over', 'at', [use('2020-01-01T00:00:00.000Z', 'email')], ENDED],
  ])('%s', (_, jurisdiction, uses, end) => {
    expect(proofEnd(jurisdiction, uses, ENDED)).toBe(end);
  });
});
