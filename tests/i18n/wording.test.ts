import { describe, expect, test } from 'vitest';
import type { Language } from '#schema/language.ts';
import { customerTexts, LANGUAGES, TEXTS } from './catalogue-texts.ts';

/** Guilt, loss, doubt and hurry (respectful design, rule 11). */
const PRESSURE: Readonly<Record<Language, readonly RegExp[]>> = {
  de: [
    /\bschade\b/i,
    /\bleider\b/i,
    /sind Sie (sich )?sicher/i,
    /\bwirklich\b/i,
    /\bverpass/i,
    /\bverlier(en|st|t)\b/i,
    /\bverzicht/i,
    /\bentgeht|\bentgehen\b/i,
    /\bbedauer/i,
    /\bvermissen\b/i,
    /\btrotzdem\b/i,
    /\bnur (noch|heute|jetzt)\b/i,
    /letzte (Chance|Gelegenheit)/i,
    /\b(sofort|jetzt) zugreifen\b/i,
    /\bexklusiv/i,
    /\bunverzichtbar/i,
    /\b(bleiben|gehen) Sie (doch|nicht)\b/i,
    /\bnein danke\b/i,
    /\bohne Vorteile\b/i,
    /\bhelfen Sie uns\b/i,
    /\bbitte bleiben\b/i,
    /\balle (akzeptieren|annehmen|zustimmen)\b/i,
  ],
  en: [
    /are you sure/i,
    /\breally\b/i,
    /\bunfortunately\b/i,
    /\bsorry\b/i,
    /miss(ing)? out/i,
    /\bmiss you\b/i,
    /\b(you will|you'll) lose\b/i,
    /\blose (access|out|your)\b/i,
    /\bgive up\b/i,
    /\blast chance\b/i,
    /\bonly (today|now)\b/i,
    /\bhurry\b/i,
    /\bexclusive/i,
    /\bregret/i,
    /\bno,? thanks\b/i,
    /\banyway\b/i,
    /\bplease stay\b/i,
    /\bdon't go\b/i,
    /\bhelp us\b/i,
    /\baccept all\b/i,
    /\bI don't (want|care)\b/i,
  ],
};

/** Our own shop talk; nobody has to learn it to own their data. */
const SHOP_TALK = [
  /\bleaf|\bleaves\b/i,
  /\btiles?\b/i,
  /\bcheckpoints?\b/i,
  /\bquorum\b/i,
  /\bsubjects?\b/i,
  /\bcursor\b/i,
  /\bDPV\b/i,
  /\bfold\b/i,
  /\bBlatt|\bBlätter\b/i,
  /\bKacheln?\b/i,
  /\bSubjekt/i,
  /\bMerkle\b/i,
  /\bhash(es)?\b/i,
  /\bledger\b/i,
  /\bopt-?(in|out)\b/i,
  /\bSegment/i,
  /\bWiderruf|\bwiderrufen\b/i,
  /\bData subject/i,
];

describe.each(LANGUAGES)('%s on a customer page', (language) => {
  const texts = customerTexts(language);

  test('never presses: no guilt, no loss, no doubt, no hurry', () => {
    expect(texts.filter(({ text }) => PRESSURE[language].some((phrase) => phrase.test(text)))).toEqual([]);
  });

  test('never speaks shop', () => {
    expect(texts.filter(({ text }) => SHOP_TALK.some((word) => word.test(text)))).toEqual([]);
  });

  test('yes and no are words of the same weight', () => {
    const words = new Map(texts.map(({ key, text }) => [key, text]));
    const [yes = '', no = ''] = [words.get('purpose.decision.yes'), words.get('purpose.decision.no')];
    expect(yes.split(' ')).toHaveLength(1);
    expect(no.split(' ')).toHaveLength(1);
  });
});

describe('the lists themselves', () => {
  test.each([
    ['de', 'Schade, dass Sie gehen!'],
    ['de', 'Sind Sie sicher?'],
    ['de', 'Dann verlieren Sie alle Vorteile.'],
    ['en', 'Are you sure?'],
    ['en', "You'll lose your benefits."],
    ['en', 'No thanks, I prefer paying more'],
  ] as const)('%s: "%s" would be found', (language, text) => {
    expect(PRESSURE[language].some((phrase) => phrase.test(text))).toBe(true);
  });

  test('shop talk would be found', () => {
    for (const text of ['The leaf in the tree', 'Nächster Checkpoint', 'Ihr Subject', 'nach DPV']) {
      expect(
        SHOP_TALK.some((word) => word.test(text)),
        text,
      ).toBe(true);
    }
  });
});

test('German says Sie, and quotes as Germans do', () => {
  for (const { key, text } of TEXTS.de) {
    expect(text, key).not.toMatch(/\b(du|dich|dir|dein|deine|deinen|deiner|deinem|euch|euer|eure)\b/i);
    expect(text, key).not.toMatch(/["”]/);
  }
});
