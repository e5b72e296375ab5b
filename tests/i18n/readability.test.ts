import { describe, expect, test } from 'vitest';
import type { Language } from '#schema/language.ts';
import { englishSyllables, germanSyllables, readabilityOf, sentencesOf } from '#tests/support/readability.ts';
import { type CatalogueText, isStaffText, LANGUAGES, TEXTS } from './catalogue-texts.ts';

const MAX_SENTENCE_WORDS = 20;
const LONG_TEXT = 60;

/** Customers: respectful design, rule 17. Staff texts must use the terms of the law and get some air for them. */
const LIMITS = { customer: { de: 60, en: 8 }, staff: { de: 40, en: 10 } } as const;

function tooHard(text: CatalogueText, language: Language): string | undefined {
  const { sentences, longestSentence, score, heaviestWords } = readabilityOf(text.text, language);
  const limit = LIMITS[isStaffText(text) ? 'staff' : 'customer'][language];
  const measured = sentences > 1 || text.text.length > LONG_TEXT;
  const hard = measured && (language === 'de' ? score < limit : score > limit);
  if (!hard && longestSentence <= MAX_SENTENCE_WORDS) return undefined;
  return `${text.key}: ${score.toFixed(1)} (limit ${limit}), longest sentence ${longestSentence} words, heaviest ${heaviestWords.join(', ')}: ${text.text}`;
}

test.each(LANGUAGES)('%s reads easily', (language) => {
  expect(TEXTS[language].flatMap((text) => tooHard(text, language) ?? [])).toEqual([]);
});

describe('the measure', () => {
  test.each([
    ['Haus', 1],
    ['Frau', 1],
    ['Bäume', 2],
    ['Einwilligung', 4],
    ['Datenschutz', 3],
    ['jederzeit', 3],
    ['Quelle', 2],
    ['SMS', 3],
    ['Zweck', 1],
  ])('%s has %i syllables in German', (word, count) => {
    expect(germanSyllables(word)).toBe(count);
  });

  test.each([
    ['yes', 1],
    ['people', 2],
    ['company', 3],
    ['decided', 3],
    ['changed', 1],
    ['e-mail', 2],
    ['information', 4],
  ])('%s has %i syllables in English', (word, count) => {
    expect(englishSyllables(word)).toBe(count);
  });

  test('a date, an address and a gap do not end a sentence', () => {
    expect(
      sentencesOf('Am 14.6.1984 schrieb Dr. Fux (fux@beispiel.at) an {{name}}. Dann war Ruhe.'),
    ).toHaveLength(2);
  });

  test('the language of offices is hard, plain words are not', () => {
    const office =
      'Die Inanspruchnahme der Widerrufsmöglichkeit bedarf der Berücksichtigung der datenschutzrechtlichen Bestimmungen.';
    expect(readabilityOf(office, 'de').score).toBeLessThan(0);
    expect(readabilityOf('Sie können Nein sagen. Das wirkt sofort.', 'de').score).toBeGreaterThan(70);
    const legal =
      'Notwithstanding any previously communicated authorisation, the controller may continue processing operations.';
    expect(readabilityOf(legal, 'en').score).toBeGreaterThan(15);
    expect(readabilityOf('You can say no. It works at once.', 'en').score).toBeLessThan(4);
  });
});
