import { describe, expect, test } from 'vitest';
import { de } from '#app/i18n/catalogues/de/index.ts';
import { Channel } from '#schema/channel.ts';
import { ConsentState, DecisionMethod } from '#schema/consent.ts';
import { DisclosureKind } from '#schema/disclosure.ts';
import { CATALOGUE_FIELDS, FIELD_GROUPS, FieldSource, fieldShape } from '#schema/field.ts';
import { LEDGER_KINDS } from '#schema/ledger.ts';
import { PERMISSION_REASONS } from '#schema/permission.ts';
import { LegalBasis } from '#schema/purpose.ts';
import { StaffRole } from '#schema/staff.ts';
import { gapsOf, LANGUAGES, partsOf, TEXTS } from './catalogue-texts.ts';

const german = new Map(TEXTS.de.map(({ key, text }) => [key, text]));
const english = new Map(TEXTS.en.map(({ key, text }) => [key, text]));

describe('both languages', () => {
  test('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...german.keys()].sort());
  });

  test('have the same gaps and named parts in each text', () => {
    // "eine Frage" may stay without its number in one language only.
    const inside = (key: string, text: string) =>
      [...gapsOf(text).filter((gap) => gap !== 'count' || !key.endsWith('_one')), ...partsOf(text)].join();
    const different = [...german].filter(
      ([key, text]) => inside(key, text) !== inside(key, english.get(key) ?? ''),
    );
    expect(different).toEqual([]);
  });

  test.each(LANGUAGES)('%s: a plural has both forms, the form for many says the number', (language) => {
    const texts = new Map(TEXTS[language].map(({ key, text }) => [key, text]));
    for (const [key, text] of texts) {
      if (key.endsWith('_one')) expect(texts.has(key.replace(/_one$/, '_other')), key).toBe(true);
      if (!key.endsWith('_other')) continue;
      const one = texts.get(key.replace(/_other$/, '_one'));
      expect(one, `${key} has no form for one`).toBeDefined();
      expect(gapsOf(text), key).toContain('count');
      expect(gapsOf(text), key).toEqual(expect.arrayContaining(gapsOf(one ?? '')));
    }
  });

  test.each(LANGUAGES)('%s: texts are written out, trimmed and well formed', (language) => {
    for (const { key, text } of TEXTS[language]) {
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toBe('');
      expect(text, key).not.toMatch(/\$t\(|TODO|\?\?\?| {2}|\.\.\./);
      expect(text.replaceAll(/\{\{[a-z][a-zA-Z]*\}\}/g, ''), key).not.toMatch(/[{}]/);
      expect(text.replaceAll(/<([a-z][a-zA-Z]*)>[^<]*<\/\1>/g, ''), key).not.toMatch(/[<>]/);
    }
  });

  test('a language is called by its own name in the switch', () => {
    for (const language of Object.keys(de.common.ownLanguageName)) {
      const key = `common.ownLanguageName.${language}`;
      expect(english.get(key)).toBe(german.get(key));
    }
  });
});

describe('every closed list has its words, and no word outlives its list', () => {
  const keysAt = (tree: object) => Object.keys(tree).sort();
  const sorted = (list: readonly string[]) => [...list].sort();

  test('fields, groups, hints and sources', () => {
    expect(keysAt(de.field.label)).toEqual(sorted(CATALOGUE_FIELDS));
    expect(keysAt(de.field.hint)).toEqual(sorted(CATALOGUE_FIELDS));
    expect(keysAt(de.field.group)).toEqual(sorted(FIELD_GROUPS));
    expect(keysAt(de.field.source)).toEqual(sorted(FieldSource.options));
  });

  test('options of fields', () => {
    const words = Object.fromEntries(
      Object.entries(de.field.option).map(([field, tree]) => [field, keysAt(tree)]),
    );
    const options = CATALOGUE_FIELDS.flatMap((field) => {
      const list = fieldShape(field).options;
      return list === undefined ? [] : [[field, sorted(list)] as const];
    });
    expect(words).toEqual(Object.fromEntries(options));
  });

  test('options are words that fit into a list', () => {
    const options = [...TEXTS.de, ...TEXTS.en].filter(({ key }) => key.startsWith('field.option.'));
    expect(options.filter(({ text }) => /[.,;!?]/.test(text))).toEqual([]);
  });

  test.each(['customer', 'officer'] as const)('states, events and methods for the %s', (reader) => {
    expect(keysAt(de.state[reader].consent)).toEqual(sorted(ConsentState.options));
    expect(keysAt(de.state[reader].event)).toEqual(sorted(LEDGER_KINDS));
    expect(keysAt(de.state[reader].method)).toEqual(sorted(DecisionMethod.options));
  });

  test('looks and reasons for the officer, who alone sees causes', () => {
    expect(keysAt(de.state.officer.look)).toEqual(sorted(DisclosureKind.options));
    expect(keysAt(de.permission.officer)).toEqual(sorted(PERMISSION_REASONS));
  });

  test('channels, bases, releases and roles', () => {
    expect(keysAt(de.common.channel)).toEqual(sorted(Channel.options));
    expect(keysAt(de.common.channelBy)).toEqual(sorted(Channel.options));
    expect(keysAt(de.purpose.basis)).toEqual(sorted(LegalBasis.options));
    expect(keysAt(de.purpose.basisText)).toEqual(sorted(LegalBasis.options));
    expect(keysAt(de.common.role)).toEqual(sorted(StaffRole.options));
  });

  test('a marketer reads one word, whatever the cause', () => {
    expect(keysAt(de.permission.marketer)).toEqual(['notPermitted']);
  });
});
