import type { Language } from '#schema/language.ts';

/**
 * How hard a text is to read. German: Flesch after Toni Amstad (1978),
 * 180 - words per sentence - 58.5 * syllables per word; 60 and more is plain.
 * English: Flesch-Kincaid grade, 0.39 * words per sentence + 11.8 * syllables
 * per word - 15.59; the school year that can read it.
 */
export interface Readability {
  readonly words: number;
  readonly longestSentence: number;
  /** German: higher is easier. English: lower is easier. */
  readonly score: number;
}

/** A full stop after one of these ends no sentence. */
const ABBREVIATIONS = ['Abs', 'Art', 'lit', 'Nr', 'No', 'St', 'Dr', 'bzw', 'z', 'B', 'e', 'g', 'Mag'];

export function sentencesOf(text: string): string[] {
  const abbreviation = new RegExp(`(?<![\\p{L}])(${ABBREVIATIONS.join('|')})\\.`, 'gu');
  return text
    .replace(abbreviation, '$1')
    .split(/(?<=[.!?])["“”»«)]*\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/** Hyphenated words count as one word in a sentence; a bare number counts too. */
export function wordsOf(sentence: string): string[] {
  return sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Vowel groups; German keeps its diphthongs together and nothing else ("Ak-ti-on", "neu-e"). */
function germanSyllables(word: string): number {
  return word.match(/aa|ee|oo|ie|ei|ey|ai|ay|au|äu|eu|qu[aeiouäöü]|[aeiouyäöü]/gu)?.length ?? 1;
}

/** Vowel groups without the silent e: "take" 1, "table" 2, "places" 2, "asked" 1, "ended" 2, "idea" 3. */
function englishSyllables(word: string): number {
  if (word.length <= 3) return 1;
  const spoken = word
    .replace(/(?<=[^aeiouyscgzxh])es$|(?<=[^aeioudty])ed$|(?<=[^aeiouy])e$/u, (ending, at: number) =>
      /[^aeiouyl]l$/u.test(word.slice(0, at)) ? ending : '',
    )
    .replace(/^y/u, '');
  const groups = spoken.match(/[aeiouy]+/gu)?.length ?? 1;
  const split = spoken.match(/i(?:a|o(?!n|us)|um)|[aeo]ing|e[ao]$|ua/gu)?.length ?? 0;
  return Math.max(1, groups + split);
}

export function syllablesOf(token: string, language: Language): number {
  const parts = token.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const count = (part: string): number => {
    if (part === '') return 0;
    // Figures are read out: at least one syllable a digit.
    if (/^\p{N}+$/u.test(part)) return part.length;
    return language === 'de' ? germanSyllables(part) : englishSyllables(part);
  };
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + count(part), 0),
  );
}

export function readabilityOf(texts: readonly string[], language: Language): Readability {
  const sentences = texts.flatMap(sentencesOf).map(wordsOf);
  const words = sentences.flat();
  const perSentence = words.length / sentences.length;
  const perWord = words.reduce((sum, word) => sum + syllablesOf(word, language), 0) / words.length;
  const score =
    language === 'de' ? 180 - perSentence - 58.5 * perWord : 0.39 * perSentence + 11.8 * perWord - 15.59;
  return { words: words.length, longestSentence: Math.max(...sentences.map((s) => s.length)), score };
}
