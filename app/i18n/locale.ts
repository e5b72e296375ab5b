import type { Language } from '#schema/language.ts';

/** How a person reads: the language of the texts and the habits of the country for dates and numbers. */
export type Locale = 'de' | 'de-AT' | 'de-CH' | 'en';

export const LOCALES: readonly Locale[] = ['de', 'de-AT', 'de-CH', 'en'];

/** The portal's own clock on the wall. Instants are stored in UTC and shown in this zone unless told otherwise. */
export const DEFAULT_TIME_ZONE = 'Europe/Vienna';

export function isLocale(value: unknown): value is Locale {
  return (LOCALES as readonly unknown[]).includes(value);
}

export function languageOf(locale: Locale): Language {
  return locale === 'en' ? 'en' : 'de';
}
