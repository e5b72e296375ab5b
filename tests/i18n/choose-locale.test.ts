import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseLocale } from '#app/i18n/choose-locale.ts';
import { findLangCookie, langCookieHeader } from '#app/i18n/lang-cookie.ts';
import { isLocale, LOCALES } from '#app/i18n/locale.ts';

describe('order: profile, then the switch, then the browser', () => {
  test.each([
    ['nobody said anything', {}, 'de'],
    ['the portal says what then holds', { fallback: 'en' }, 'en'],
    ['profile before cookie', { profile: { language: 'en' }, cookie: 'de' }, 'en'],
    ['cookie before browser', { cookie: 'en', acceptLanguage: 'de-AT' }, 'en'],
    ['browser', { acceptLanguage: 'en-US,en;q=0.9' }, 'en'],
    ['a foreign cookie is nothing', { cookie: 'xx', acceptLanguage: 'en' }, 'en'],
    ['country refines German', { profile: { language: 'de', country: 'ch' } }, 'de-CH'],
    ['Liechtenstein writes like Switzerland', { profile: { language: 'de', country: 'LI' } }, 'de-CH'],
    ['Germany', { profile: { language: 'de', country: 'de' }, acceptLanguage: 'de-AT' }, 'de'],
    [
      'no country: the browser refines',
      { profile: { language: 'de' }, acceptLanguage: 'en,de-AT;q=0.5' },
      'de-AT',
    ],
    ['country never chooses English away', { profile: { language: 'en', country: 'at' } }, 'en'],
    ['country alone', { profile: { language: null, country: 'at' }, acceptLanguage: 'de' }, 'de-AT'],
    ['country alone, English switch', { profile: { country: 'at' }, cookie: 'en' }, 'en'],
    ['a language we do not have', { profile: { language: 'it', country: 'ch' }, acceptLanguage: 'en' }, 'en'],
    ['a language we do not have, no more hints', { profile: { language: 'it', country: 'ch' } }, 'de-CH'],
  ] as const)('%s', (_name, hints, locale) => {
    expect(chooseLocale(hints)).toBe(locale);
  });
});

describe('Accept-Language', () => {
  test.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de-AT'],
    ['en;q=0.8, de-CH;q=0.9', 'de-CH'],
    ['fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5', 'en'],
    ['DE-at', 'de-AT'],
    ['de-Latn-AT', 'de-AT'],
    ['de-CH-1996', 'de-CH'],
    ['de_CH', 'de-CH'],
    ['gsw', 'de-CH'],
    ['en;q=0, de', 'de'],
    ['de;q=0, en;q=0.1', 'en'],
    ['en;q=0.000', 'de'],
    ['en;q=banana', 'en'],
    ['en;level=1;q=0.2, de;q=0.3', 'de'],
    ['en ; q=0.9 , de;Q=0.8', 'en'],
    [';;;,,,q=1,-,*', 'de'],
    ['deutsch, english', 'de'],
    ['', 'de'],
    ['zh-Hant-TW', 'de'],
  ])('"%s" reads %s', (acceptLanguage, locale) => {
    expect(chooseLocale({ acceptLanguage })).toBe(locale);
  });

  test('any header at all gives a locale', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[a-zA-Z*;=,.\-_ 0-9]*$/),
    );
    fc.assert(
      fc.property(text, text, text, text, (acceptLanguage, cookie, language, country) => {
        expect(LOCALES).toContain(chooseLocale({ acceptLanguage, cookie, profile: { language, country } }));
      }),
      { numRuns: 2000 },
    );
  });

  test('the greatest weight wins, the first of equals', () => {
    const tag = fc.constantFrom('de', 'de-AT', 'de-CH', 'en', 'fr', 'it-CH', '*');
    const wish = fc.record({ tag, weight: fc.integer({ min: 0, max: 1000 }) });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
        let best: { tag: string; weight: number } | undefined;
        for (const one of wishes) {
          if (isLocale(one.tag) && one.weight > (best?.weight ?? 0)) best = one;
        }
        const acceptLanguage = wishes
          .map((one) => `${one.tag};q=${(one.weight / 1000).toFixed(3)}`)
          .join(', ');
        expect(chooseLocale({ acceptLanguage })).toBe(best?.tag ?? 'de');
      }),
      { numRuns: 1000 },
    );
  });

  test('an endless header is read only at its start', () => {
    expect(chooseLocale({ acceptLanguage: `en,${'x;q=0.1,'.repeat(100_000)}` })).toBe('en');
    expect(chooseLocale({ acceptLanguage: `${'x;q=0.1,'.repeat(100_000)}en` })).toBe('de');
  });

  test.each(['__proto__', 'constructor', 'toString'])('a country called %s is no country', (country) => {
    expect(chooseLocale({ profile: { language: 'de', country } })).toBe('de');
  });
});

describe('cookie of the language switch', () => {
  test('reads back what it wrote', () => {
    for (const locale of LOCALES) {
      const header = langCookieHeader(locale, true);
      expect(header).toMatch(/; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/);
      expect(findLangCookie(`session=1; ${header.split(';')[0]}; x=lang=fr`)).toBe(locale);
    }
    expect(langCookieHeader('de', false)).not.toContain('Secure');
  });

  test.each([null, undefined, '', 'lang', 'lang=', 'lang=xx', 'mylang=de', 'lang=de%20', '=;=;'])(
    '%s is no choice',
    (header) => {
      expect(findLangCookie(header)).toBeUndefined();
    },
  );
});
