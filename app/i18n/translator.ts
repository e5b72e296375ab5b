import { createInstance } from 'i18next';
import type { CompanyFieldType, CompanyFieldWords } from '#schema/company-field.ts';
import { textIn } from '#schema/language.ts';
import { de } from './catalogues/de/index.ts';
import { en } from './catalogues/en/index.ts';
import { createNumberFormat } from './formatters.ts';
import { type Locale, languageOf } from './locale.ts';
import type { MessageKey, ValuesArgument } from './message-key.ts';
import { swissGerman } from './swiss-german.ts';

/**
 * `t('me.home.title', { count: 2 })`. Keys and gaps are checked by the
 * compiler. The answer is plain text: whoever builds HTML outside React
 * escapes it.
 */
export interface Translator {
  <K extends MessageKey>(key: K, ...values: ValuesArgument<K>): string;
  /** Words of the fields that companies defined, where a page has them at hand. */
  readonly fields?: ReadonlyMap<string, NamedField>;
}

/** A field that a company defined, in the reader's language. */
export interface NamedField {
  readonly label: string;
  readonly type: CompanyFieldType;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One instance with all texts; `de-AT` differs from `de` only in formats. */
const i18n = createInstance({
  resources: {
    de: { translation: de },
    'de-CH': { translation: swissGerman(de) },
    en: { translation: en },
  },
  lng: 'de',
  fallbackLng: false,
  load: 'currentOnly',
  initAsync: false,
  nsSeparator: false,
  returnEmptyString: false,
});
void i18n.init();

/** Translators hold no state of a request, so one per locale serves all. */
const translators = new Map<Locale, Translator>();

export function createTranslator(locale: Locale): Translator {
  const known = translators.get(locale) ?? buildTranslator(locale);
  translators.set(locale, known);
  return known;
}

/** The same words, and those of fields that companies defined. */
export function withCompanyFields(locale: Locale, companyFields: readonly CompanyFieldWords[]): Translator {
  const base = createTranslator(locale);
  if (companyFields.length === 0) return base;
  const language = languageOf(locale);
  const told: Translator = (key, ...values) => base(key, ...values);
  const fields = new Map(
    companyFields.map(({ id, label, type, options }): [string, NamedField] => [
      id,
      {
        label: textIn(label, language),
        type,
        options: options.map((option) => ({ value: option.value, label: textIn(option.label, language) })),
      },
    ]),
  );
  return Object.assign(told, { fields });
}

function buildTranslator(locale: Locale): Translator {
  const fixed = i18n.getFixedT(locale === 'de-AT' ? 'de' : locale);
  const plural = new Intl.PluralRules(locale);
  const number = createNumberFormat(locale);
  // i18next finds the text and its plural form, which costs more than filling it: each is asked for once.
  const templates = new Map<string, string>();
  const templateOf = (key: string, count: number | undefined) => {
    const form = count === undefined ? key : `${key} ${plural.select(count)}`;
    const known =
      templates.get(form) ??
      fixed(key, { skipInterpolation: true, ...(count === undefined ? {} : { count }) });
    templates.set(form, known);
    return known;
  };
  return (key, ...[values]) => {
    if (values === undefined) return templateOf(key, undefined);
    return filled(templateOf(key, countOf(values)), values as Record<string, string | number>, number);
  };
}

/** One pass: a value such as "{{name}}" or "$t(key)" is text that somebody typed and stays that. */
function filled(
  template: string,
  values: Record<string, string | number>,
  number: (value: number) => string,
): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (gap, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return typeof value === 'number' ? number(value) : (value ?? gap);
  });
}

function countOf(values: object): number | undefined {
  return 'count' in values && typeof values.count === 'number' ? values.count : undefined;
}
