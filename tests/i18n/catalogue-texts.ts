import { de } from '#app/i18n/catalogues/de/index.ts';
import { en } from '#app/i18n/catalogues/en/index.ts';
import type { TextTree } from '#app/i18n/swiss-german.ts';
import type { Language } from '#schema/language.ts';

export interface CatalogueText {
  readonly key: string;
  readonly text: string;
}

/** Every text of a catalogue with its dotted key, plural forms one by one. */
export function flatten(tree: TextTree, prefix = ''): CatalogueText[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [{ key: `${prefix}${name}`, text: value }]
      : flatten(value, `${prefix}${name}.`),
  );
}

export const TEXTS: Readonly<Record<Language, readonly CatalogueText[]>> = {
  de: flatten(de),
  en: flatten(en),
};

export const LANGUAGES: readonly Language[] = ['de', 'en'];

/** What only staff read; everything else may stand on a customer's screen. */
const STAFF = [
  'state.officer.',
  'permission.officer.',
  'permission.marketer.',
  'company.',
  'officer.',
  'operator.',
];

export function isStaffText({ key }: CatalogueText): boolean {
  return STAFF.some((prefix) => key.startsWith(prefix));
}

export function customerTexts(language: Language): CatalogueText[] {
  return TEXTS[language].filter((text) => !isStaffText(text));
}

export function gapsOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(.+?)\}\}/g)].map((match) => match[1] ?? ''))].sort();
}

export function partsOf(text: string): string[] {
  return [...text.matchAll(/<\/?[^>]*>/g)].map((match) => match[0]).sort();
}
