import type { Language } from '#schema/language.ts';
import type { PurposeCardText } from './purpose-card.ts';

export interface Readability {
  /** German: Flesch after Amstad, the higher the easier; English: school grade after Flesch and Kincaid. */
  readonly score: number;
  /** German from 60, English up to grade 8: plain language as GDPR Art. 12(1) asks. */
  readonly plain: boolean;
  readonly longestSentence: number;
}

const PLAIN = { de: 60, en: 8 } as const;

/** How easily the texts of a card read that somebody wrote in sentences. */
export function readabilityOf(card: PurposeCardText): Readability {
  const text = [card.what, card.benefitCustomer, card.benefitCompany, card.onNo, card.retention].join(' ');
  return measure(text, card.language);
}

export function measure(text: string, language: Language): Readability {
  const sentences = text
    // The full stop of a date or an abbreviation ends nothing.
    .replace(/(\d|\b(?:Dr|Nr|Abs|Art|z|B|e|g|i))\.(?=\s?[\p{L}\d])/gu, '$1')
    .split(/[.!?:](?=\s|$)/u)
    .map((sentence) => sentence.match(/[\p{L}\d][\p{L}\d'’-]*/gu) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length === 0) return { score: language === 'de' ? 100 : 0, plain: true, longestSentence: 0 };
  const perSentence = words.length / sentences.length;
  const perWord = words.reduce((sum, word) => sum + syllablesOf(word, language), 0) / words.length;
  const score =
    language === 'de' ? 180 - perSentence - 58.5 * perWord : 0.39 * perSentence + 11.8 * perWord - 15.59;
  return {
    score,
    plain: language === 'de' ? score >= PLAIN.de : score <= PLAIN.en,
    longestSentence: Math.max(...sentences.map((sentence) => sentence.length)),
  };
}

function syllablesOf(word: string, language: Language): number {
  const lower = word.toLowerCase();
  const vowels = language === 'de' ? /[aeiouäöüy]+/g : /[aeiouy]+/g;
  const groups = (language === 'de' ? lower.replace(/(ie|ei|eu|au|äu|aa|ee|oo)/g, 'e') : lower).match(vowels);
  const silent = language === 'en' && /[^aeiouyl]e(?:s|d)?$/.test(lower) && !/[td]ed$|[sxz]es$/.test(lower);
  return Math.max(1, (groups?.length ?? 1) - (silent ? 1 : 0));
}
