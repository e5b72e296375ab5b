/**
 * Pages of whoever runs the portal. No personal data here.
 *
 * Adding words: write the German text here and the English one under the same
 * key in ../en/operator.ts; the compiler asks for it. Gaps are `{{name}}`, the same
 * in both. A text with a number that changes it is a pair `key_one`/`key_other`
 * with `{{count}}`. Whole sentences only, never parts glued together. When the
 * file grows past 250 lines, make it a folder with one file per screen.
 */
export const operator = {
  nav: { companies: 'Firmen', log: 'Protokoll', jobs: 'Aufgaben' },
  companies: { title: 'Firmen' },
  log: { title: 'Protokoll' },
  jobs: { title: 'Aufgaben' },
} as const;
