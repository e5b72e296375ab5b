import { expect, test } from 'vitest';
import { PURPOSES } from '#app/cli/seed/content/purposes.ts';
import { measure } from '#app/core/purpose/readability.ts';
import { readabilityOf as independent } from '#tests/support/readability.ts';

const office =
  'Die Inanspruchnahme der Widerrufsmöglichkeit bedarf der Berücksichtigung der datenschutzrechtlichen Bestimmungen.';

test('plain words are plain, the language of offices is not', () => {
  expect(measure('Sie können Nein sagen. Das wirkt sofort.', 'de')).toMatchObject({
    plain: true,
    longestSentence: 4,
  });
  expect(measure(office, 'de').plain).toBe(false);
  expect(measure('You can say no. It works at once.', 'en').plain).toBe(true);
  expect(
    measure(
      'Notwithstanding previously communicated authorisation, the controller continues processing.',
      'en',
    ).plain,
  ).toBe(false);
});

test('nothing has no sentence', () => {
  expect(measure('', 'de')).toEqual({ score: 100, plain: true, longestSentence: 0 });
});

test('agrees with an independent measure on every text of the demo', () => {
  for (const { versions } of Object.values(PURPOSES).flat())
    for (const { content } of versions)
      for (const language of ['de', 'en'] as const) {
        const text = content.what[language] ?? '';
        const other = independent(text, language).score;
        expect(Math.abs(measure(text, language).score - other), text).toBeLessThan(
          language === 'de' ? 12 : 2,
        );
      }
});
