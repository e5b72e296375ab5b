/**
 * Pages of a company's privacy officer: dense, exact, printable.
 *
 * Adding words: write the German text here and the English one under the same
 * key in ../en/officer.ts; the compiler asks for it. Gaps are `{{name}}`, the same
 * in both. A text with a number that changes it is a pair `key_one`/`key_other`
 * with `{{count}}`. Whole sentences only, never parts glued together. When the
 * file grows past 250 lines, make it a folder with one file per screen.
 */
export const officer = {
  nav: {
    today: 'Heute',
    log: 'Einwilligungen',
    looks: 'Zugriffe',
    purposes: 'Zwecke und Texte',
    verify: 'Protokoll prüfen',
    record: 'Nein eintragen',
  },
  today: { title: 'Heute' },
  log: { title: 'Einwilligungen' },
  event: { title: 'Eintrag {{index}}' },
  customer: { title: 'Person {{subject}}' },
  proof: { title: 'Nachweis' },
  looks: { title: 'Zugriffe' },
  purposes: { title: 'Zwecke und Texte' },
  verify: { title: 'Protokoll prüfen' },
  record: { title: 'Nein eintragen' },
} as const;
