/**
 * The customer's own pages.
 *
 * Adding words: write the German text here and the English one under the same
 * key in ../en/me.ts; the compiler asks for it. Gaps are `{{name}}`, the same
 * in both. A text with a number that changes it is a pair `key_one`/`key_other`
 * with `{{count}}`. Whole sentences only, never parts glued together. When the
 * file grows past 250 lines, make it a folder with one file per screen.
 */
export const me = {
  home: { title: 'Übersicht' },
  company: { title: '{{company}}', open: '{{company}} öffnen' },
  purpose: { title: '{{purpose}}' },
  decided: { title: 'Ihre Entscheidung ist gespeichert' },
  data: { title: 'Meine Daten' },
  preferences: { title: 'Wie und wie oft' },
  looks: { title: 'Wer hat geschaut' },
  history: { title: 'Was war' },
  takeAlong: { title: 'Alles mitnehmen' },
  account: { title: 'Mein Konto' },
  leave: { title: 'Konto auflösen' },
  companies: { title: 'Firmen' },
} as const;
