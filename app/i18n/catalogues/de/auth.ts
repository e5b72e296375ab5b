/**
 * Signing in and out, registration, confirming an address, passwords.
 *
 * Adding words: write the German text here and the English one under the same
 * key in ../en/auth.ts; the compiler asks for it. Gaps are `{{name}}`, the same
 * in both. A text with a number that changes it is a pair `key_one`/`key_other`
 * with `{{count}}`. Whole sentences only, never parts glued together. When the
 * file grows past 250 lines, make it a folder with one file per screen.
 */
export const auth = {
  signIn: { title: 'Anmelden' },
  code: { title: 'Code eingeben' },
  register: { title: 'Konto anlegen' },
  confirm: { title: 'Adresse bestätigen' },
  password: { title: 'Passwort' },
  reset: { title: 'Neues Passwort' },
  signedOut: { title: 'Sie sind abgemeldet' },
  staffSignIn: { title: 'Anmelden für das Team' },
} as const;
