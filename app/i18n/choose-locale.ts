import { isLocale, type Locale } from './locale.ts';

export interface LocaleHints {
  /** What the signed-in customer or staff member chose, with the country of the address if known. */
  readonly profile?: { readonly language?: string | null; readonly country?: string | null } | null;
  /** Value of the cookie `lang`, set by the language switch; works without sign-in. */
  readonly cookie?: string | null;
  /** The header as sent; garbage is read as far as it makes sense. */
  readonly acceptLanguage?: string | null;
  /** What holds when nobody said anything. The market is German-speaking first. */
  readonly fallback?: Locale;
}

/** Headers longer than this are cut: nobody speaks that many languages. */
const MAX_HEADER_LENGTH = 1000;

/** Swiss and Liechtenstein spelling are the same; German elsewhere follows Germany. */
const GERMAN_BY_COUNTRY: ReadonlyMap<string, Locale> = new Map([
  ['at', 'de-AT'],
  ['ch', 'de-CH'],
  ['li', 'de-CH'],
]);

/** Profile first, then the switch, then the browser. A country refines German, it never chooses the language. */
export function chooseLocale(hints: LocaleHints): Locale {
  const asked = [...cookieWish(hints.cookie), ...headerWishes(hints.acceptLanguage)];
  const country = hints.profile?.country?.toLowerCase() ?? '';
  const own = localeOf(hints.profile?.language ?? '');
  if (own === 'de') {
    return (
      GERMAN_BY_COUNTRY.get(country) ??
      (country === '' ? asked.find((locale) => locale !== 'en') : undefined) ??
      own
    );
  }
  if (own !== undefined) return own;
  const wish = asked[0] ?? hints.fallback ?? 'de';
  return wish === 'de' ? (GERMAN_BY_COUNTRY.get(country) ?? wish) : wish;
}

function cookieWish(cookie: string | null | undefined): Locale[] {
  return isLocale(cookie) ? [cookie] : [];
}

function headerWishes(header: string | null | undefined): Locale[] {
  const wishes = (header ?? '')
    .slice(0, MAX_HEADER_LENGTH)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';');
      return { locale: localeOf(tag.trim()), quality: qualityOf(parameters) };
    });
  // Array sort is stable: equal weights keep the order of the header (RFC 9110, 12.5.4).
  return wishes
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .flatMap(({ locale }) => (locale === undefined ? [] : [locale]));
}

/** A weight that cannot be read counts as none given; q=0 means "not this one". */
function qualityOf(parameters: readonly string[]): number {
  const weight = parameters
    .map((parameter) => parameter.trim().toLowerCase())
    .find((p) => p.startsWith('q='));
  if (weight === undefined) return 1;
  return /^q=(0(\.\d*)?|1(\.0*)?)$/.test(weight) ? Number(weight.slice(2)) : 1;
}

/** `de-Latn-AT`, `gsw` and `en_US` are understood; a language we do not have is undefined. */
function localeOf(tag: string): Locale | undefined {
  const [language, ...rest] = tag.toLowerCase().split(/[-_]/);
  if (language === 'en') return 'en';
  if (language === 'gsw') return 'de-CH';
  if (language !== 'de') return undefined;
  const country = rest.find((part) => /^[a-z]{2}$/.test(part));
  return GERMAN_BY_COUNTRY.get(country ?? '') ?? 'de';
}
