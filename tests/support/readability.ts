import type { Language } from '#schema/language.ts';

/**
 * How hard a text is to read. German: Flesch reading ease after Toni Amstad
 * (180 - words per sentence - 58.5 x syllables per word; 60 and more is plain).
 * English: Flesch-Kincaid grade (years of school; 8 and less is plain).
 * Syllables are counted by vowel groups: off by one in a rare word, steady over
 * a text.
 */
export interface Readability {
  readonly sentences: number;
  readonly words: number;
  readonly longestSentence: number;
  readonly syllablesPerWord: number;
  /** Amstad's score for German (higher is easier), Flesch-Kincaid grade for English (lower is easier). */
  readonly score: number;
  /** The words with most syllables, worst first: where to start when a text is too hard. */
  readonly heaviestWords: readonly string[];
}

export function readabilityOf(text: string, language: Language): Readability {
  const sentences = sentencesOf(text)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const count = Math.max(1, words.length);
  const syllables = syllablesIn(language);
  const perWord = words.reduce((sum, word) => sum + syllables(word), 0) / count;
  const perSentence = count / Math.max(1, sentences.length);
  return {
    sentences: sentences.length,
    words: words.length,
    longestSentence: Math.max(0, ...sentences.map((sentence) => sentence.length)),
    syllablesPerWord: perWord,
    score:
      language === 'de' ? 180 - perSentence - 58.5 * perWord : 0.39 * perSentence + 11.8 * perWord - 15.59,
    heaviestWords: [...new Set(words)].sort((a, b) => syllables(b) - syllables(a)).slice(0, 3),
  };
}

/** Gaps read as a short name, numbers as a number; marks of named parts are not read at all. */
function spoken(text: string): string {
  return text
    .replaceAll(/\{\{(count|max|min|page|pages|total|age|length)\}\}/g, '12')
    .replaceAll(/\{\{\w+\}\}/g, 'Anna')
    .replaceAll(/<\/?\w+>/g, '');
}

const ABBREVIATIONS = /(?<!\p{L})(Abs|Art|Nr|No|St|Dr|Mag|bzw)\./gu;

/** A full stop ends a sentence only before a space and not after "Dr": 14.6.1984 and name@beispiel.at stay whole. */
export function sentencesOf(text: string): string[] {
  return spoken(text)
    .replaceAll(ABBREVIATIONS, '$1')
    .split(/(?<=[.!?…])["'“”»«)]*\s+|\n+/u)
    .filter((sentence) => sentence.trim() !== '');
}

export function wordsOf(sentence: string): string[] {
  return spoken(sentence).match(/[\p{L}\p{N}](?:[\p{L}\p{N}'’@.+-]*[\p{L}\p{N}])?/gu) ?? [];
}

function syllablesIn(language: Language): (word: string) => number {
  return language === 'de' ? germanSyllables : englishSyllables;
}

/** SMS is spoken letter by letter, a number counts once. */
function spelled(word: string): number | undefined {
  if (/^\p{Lu}{2,5}$/u.test(word)) return word.length;
  return /\p{L}/u.test(word) ? undefined : 1;
}

export function germanSyllables(word: string): number {
  const letters = word.toLowerCase().replaceAll('qu', 'q');
  return (
    spelled(word) ?? Math.max(1, letters.match(/[aä]u|[eao]i|eu|ie|aa|ee|oo|[aeiouyäöüé]/g)?.length ?? 0)
  );
}

export function englishSyllables(word: string): number {
  const known = spelled(word);
  if (known !== undefined) return known;
  return word
    .toLowerCase()
    .split('-')
    .reduce((sum, part) => sum + englishPart(part), 0);
}

function englishPart(part: string): number {
  if (part.length <= 3) return 1;
  const stem = part.replace(/(?:[^laeiouy]es|[^aeioutd]ed|[^laeiouy]e)$/, '').replace(/^y/, '');
  return Math.max(1, stem.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}
