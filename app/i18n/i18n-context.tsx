import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { CompanyFieldWords } from '#schema/company-field.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';
import { createFormat, type Format } from './format.ts';
import { DEFAULT_TIME_ZONE, type Locale, languageOf } from './locale.ts';
import { type Translator, withCompanyFields } from './translator.ts';

export interface I18n {
  readonly t: Translator;
  readonly locale: Locale;
  readonly language: Language;
  readonly format: Format;
}

const NO_FIELDS: readonly CompanyFieldWords[] = [];

const I18nContext = createContext<I18n | null>(null);

export interface I18nProviderProps {
  readonly locale: Locale;
  /** The server's clock when the page was made; travels with the root loader's data. */
  readonly now: Instant;
  readonly timeZone?: string;
  /** Names of what companies defined beyond the catalogue. */
  readonly companyFields?: readonly CompanyFieldWords[];
  readonly children: ReactNode;
}

export function createI18n(
  locale: Locale,
  now: Instant,
  timeZone: string = DEFAULT_TIME_ZONE,
  companyFields: readonly CompanyFieldWords[] = NO_FIELDS,
): I18n {
  return {
    t: withCompanyFields(locale, companyFields),
    locale,
    language: languageOf(locale),
    format: createFormat(locale, { now, timeZone }),
  };
}

export function I18nProvider({
  locale,
  now,
  timeZone = DEFAULT_TIME_ZONE,
  companyFields = NO_FIELDS,
  children,
}: I18nProviderProps) {
  const value = useMemo(
    () => createI18n(locale, now, timeZone, companyFields),
    [locale, now, timeZone, companyFields],
  );
  return <I18nContext.Provider value={value}>{children}</I18nContext.Provider>;
}

/** The words and formats of the page's locale. Throws outside an I18nProvider. */
export function useI18n(): I18n {
  const value = useContext(I18nContext);
  if (value === null) throw new Error('useI18n needs an I18nProvider above it');
  return value;
}
