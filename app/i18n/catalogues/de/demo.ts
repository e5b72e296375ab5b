/**
 * The list of demo people and the outbox, which exist only in the demo.
 *
 * Adding words: write the German text here and the English one under the same
 * key in ../en/demo.ts; the compiler asks for it. Gaps are `{{name}}`, the same
 * in both. A text with a number that changes it is a pair `key_one`/`key_other`
 * with `{{count}}`. Whole sentences only, never parts glued together. When the
 * file grows past 250 lines, make it a folder with one file per screen.
 */
export const demo = {
  people: { title: 'Menschen im Beispiel' },
  mailbox: { title: 'Ausgehende Mails' },
  banner: 'Dies ist ein Beispiel mit erfundenen Menschen und Firmen.',
} as const;
