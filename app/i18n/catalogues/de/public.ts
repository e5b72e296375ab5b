/**
 * Pages that anybody may open: start, join, directory, privacy notice, imprint, verify.
 *
 * Adding words: write the German text here and the English one under the same
 * key in ../en/public.ts; the compiler asks for it. Gaps are `{{name}}`, the same
 * in both. A text with a number that changes it is a pair `key_one`/`key_other`
 * with `{{count}}`. Whole sentences only, never parts glued together. When the
 * file grows past 250 lines, make it a folder with one file per screen.
 */
export const publicArea = {
  start: { title: 'Ihre Daten, Ihre Entscheidung' },
  join: { title: 'Willkommen bei {{company}}', sent: { title: 'Bitte sehen Sie in Ihre Mails' } },
  companies: { title: 'Firmen' },
  notice: { title: 'Datenschutz' },
  imprint: { title: 'Impressum' },
  verify: { title: 'Selbst prüfen' },
  withdraw: { title: 'Zurücknehmen' },
} as const;
