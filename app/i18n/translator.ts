import { createInstance } from 'i18next';
import { de } from './catalogues/de/index.ts';
import { en } from './catalogues/en/index.ts';
import { createNumberFormat } from './format.ts';
import type { Locale } from './locale.ts';
import type { MessageKey, ValuesArgument } from './message-key.ts';
import { swissGerman } from './swiss-german.ts';

/**
 * `t('me.home.title', { count: 2 })`. Keys and gaps are checked by the
 * compiler. The answer is plain text: whoever builds HTML outside React
 * escapes it.
 */
export type Translator = <K extends MessageKey>(key: K, ...values: ValuesArgument<K>) => string;

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
  // React escapes; escaping twice would show &amp; to people.
  interpolation: { escapeValue: false },
});
void i18n.init();

export function createTranslator(locale: Locale): Translator {
  const fixed = i18n.getFixedT(locale === 'de-AT' ? 'de' : locale);
  const number = createNumberFormat(locale);
  return (key, ...[values]) => {
    if (values === undefined) return fixed(key, { nest: false });
    const entries = Object.entries(values as Record<string, string | number>);
    // `replace` keeps values apart from i18next's own options, and `nest: false` keeps a value such as
    // "$t(common.action.save)" what it is: text that somebody typed.
    return fixed(key, {
      replace: Object.fromEntries(
        entries.map(([name, value]) => [name, typeof value === 'number' ? number(value) : value]),
      ),
      ...countOf(values),
      nest: false,
    });
  };
}

function countOf(values: object): { count?: number } {
  return 'count' in values && typeof values.count === 'number' ? { count: values.count } : {};
}
