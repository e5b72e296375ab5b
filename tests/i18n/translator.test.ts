import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '#app/i18n/locale.ts';
import type { PlainKey } from '#app/i18n/message-key.ts';
import { swissGerman } from '#app/i18n/swiss-german.ts';
import { createTranslator } from '#app/i18n/translator.ts';
import { gapsOf, TEXTS } from './catalogue-texts.ts';

describe('plural', () => {
  test.each([
    ['de', 0, '0 Einträge'],
    ['de', 1, 'ein Eintrag'],
    ['de', 2, '2 Einträge'],
    ['de-AT', 1234, '1.234 Einträge'],
    ['de-CH', 1234, "1'234 Einträge"],
    ['en', 0, '0 entries'],
    ['en', 1, 'one entry'],
    ['en', 1_234_567, '1,234,567 entries'],
  ] as const)('%s %i', (locale, count, text) => {
    expect(createTranslator(locale)('common.count.entries', { count })).toBe(text);
  });
});

describe('every locale', () => {
  test.each(LOCALES)('%s answers every key of its language with its own text', (locale) => {
    const t = createTranslator(locale);
    const language = locale === 'en' ? 'en' : 'de';
    for (const { key, text } of TEXTS[language]) {
      if (gapsOf(text).length > 0 || /_(one|other)$/.test(key)) continue;
      const answer = t(key as PlainKey);
      expect(answer).not.toBe('');
      if (locale !== 'de-CH') expect(answer).toBe(text);
    }
  });

  test.each(LOCALES)('%s fills every gap of every text', (locale) => {
    const t = createTranslator(locale) as (key: string, values: Record<string, string | number>) => string;
    for (const { key, text } of TEXTS[locale === 'en' ? 'en' : 'de']) {
      if (gapsOf(text).length === 0) continue;
      const values = Object.fromEntries(gapsOf(text).map((gap) => [gap, gap === 'count' ? 2 : `<${gap}>`]));
      expect(t(key.replace(/_(one|other)$/, ''), { count: 2, ...values }), key).not.toMatch(/\{\{|\}\}/);
    }
  });
});

describe('what people typed stays what they typed', () => {
  const hostile = [
    '{{count}}',
    '$t(common.action.save)',
    '<b>Anna</b>',
    '&amp;',
    '$&',
    '$1',
    '{{- name}}',
    'Weiß & Söhne',
  ];

  test.each(hostile)('%s', (name) => {
    expect(createTranslator('de-CH')('officer.proof.by', { name })).toBe(`durch ${name}`);
  });

  test('any text in any locale', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LOCALES), fc.string({ unit: 'grapheme' }), (locale, name) => {
        const text = createTranslator(locale)('officer.proof.by', { name });
        expect(text.endsWith(` ${name}`)).toBe(true);
      }),
    );
  });

  test('a value cannot reach into another gap of the same text', () => {
    const t = createTranslator('en');
    expect(t('me.decided.fromTo', { from: '{{to}}', to: 'Friday' })).toBe('Before: {{to}}. Now: Friday.');
  });
});

describe('Swiss German', () => {
  const swiss = createTranslator('de-CH');

  test('writes ss and «», in every text', () => {
    expect(swiss('common.action.close')).toBe('Schliessen');
    for (const { key, text } of TEXTS.de) {
      if (gapsOf(text).length === 0 && !/_(one|other)$/.test(key))
        expect(swiss(key as PlainKey)).not.toMatch(/[ß„“]/);
    }
    expect(swissGerman({ a: { b: 'Die „große“ Straße' } })).toEqual({ a: { b: 'Die «grosse» Strasse' } });
  });

  test('German elsewhere keeps its ß', () => {
    expect(createTranslator('de')('common.action.close')).toBe('Schließen');
    expect(createTranslator('de-AT')('common.action.close')).toBe('Schließen');
  });
});

test('a wrong key or gap does not compile', () => {
  const t = createTranslator('de');
  // @ts-expect-error no such key
  t('common.action.fly');
  // @ts-expect-error a branch is no text
  t('common.action');
  // @ts-expect-error one half of a plural is no key
  t('common.count.entries_one', { count: 1 });
  // @ts-expect-error the gap is not filled
  t('common.status.undoUntil');
  // @ts-expect-error the gap has another name
  t('common.status.undoUntil', { at: '11:00' });
  // @ts-expect-error a plural needs its number
  t('common.count.entries', { count: '2' });
  // @ts-expect-error there is nothing to fill in
  t('common.action.save', { name: 'Anna' });
});
