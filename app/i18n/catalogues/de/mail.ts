/**
 * Mails. Plain text first; no advertising in a mail that confirms something (UWG § 7).
 *
 * Adding words: write the German text here and the English one under the same
 * key in ../en/mail.ts; the compiler asks for it. Gaps are `{{name}}`, the same
 * in both. A text with a number that changes it is a pair `key_one`/`key_other`
 * with `{{count}}`. Whole sentences only, never parts glued together. When the
 * file grows past 250 lines, make it a folder with one file per screen.
 */
export const mail = {
  greeting: 'Guten Tag',
  greetingName: 'Guten Tag {{name}}',
  closing: 'Freundliche Grüße',
  why: 'Jemand gab auf {{site}} Ihre Adresse an. Darum schreiben wir Ihnen.',
  ignore: 'Waren Sie das nicht? Dann tun Sie einfach nichts. Ohne Bestätigung löschen wir alles.',
  code: { subject: 'Ihr Code: {{code}}' },
  confirm: { subject: 'Bitte bestätigen Sie Ihre Adresse' },
  joined: { subject: 'Ihre Antwort an {{company}}: bitte bestätigen' },
  summary: { subject: 'Was Sie entschieden haben' },
  reset: { subject: 'Neues Passwort' },
  addressChanged: { subject: 'Ihre Adresse wurde geändert' },
} as const;
