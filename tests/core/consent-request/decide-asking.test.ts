import { expect, test } from 'vitest';
import { type AskingCase, decideAsking } from '#app/core/consent-request/decide-asking.ts';
import type { PurposeId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

const asked = (...names: string[]) => names.map((name) => ({ purposeId: name as PurposeId }));
const decide = (change: Partial<AskingCase>) =>
  decideAsking({
    at: '2026-11-20T12:00:00.000Z' as Instant,
    permission: { allowed: false, reason: 'undecided' },
    noSince: null,
    stopped: false,
    paused: false,
    asked: [],
    askedEarlier: [],
    purposeId: 'wanted' as PurposeId,
    ...change,
  });

/* What the company asked under an earlier number it must not be able to add up: held back in silence, never refused. */
test.each([
  [{}, 'ask'],
  [{ asked: asked('a', 'b') }, 'ask'],
  [{ asked: asked('a', 'b', 'c') }, 'asked-often'],
  [{ asked: asked('wanted') }, 'asked-this-year'],
  [{ askedEarlier: asked('wanted') }, 'asked-before'],
  [{ askedEarlier: asked('a', 'b', 'c') }, 'asked-before'],
  [{ asked: asked('a'), askedEarlier: asked('b', 'c') }, 'asked-before'],
  [{ asked: asked('a'), askedEarlier: asked('b') }, 'ask'],
  // A no locks for six months, to the day.
  [{ noSince: '2026-05-20T12:00:00.000Z' as Instant }, 'ask'],
  [{ noSince: '2026-05-20T12:00:00.001Z' as Instant }, 'no-stands'],
  [{ stopped: true, paused: true }, 'no-more-questions'],
  [{ paused: true }, 'paused'],
  [{ permission: { allowed: true, reason: 'granted' as const }, stopped: true }, 'permitted-already'],
] satisfies [Partial<AskingCase>, string][])('%j: %s', (change, said) => {
  const told = decide(change);
  expect(told.outcome === 'ask' ? 'ask' : told.outcome === 'hold' ? told.cause : told.code).toBe(said);
});
