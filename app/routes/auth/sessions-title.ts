import type { Locale } from '#app/i18n/locale.ts';
import { createTranslator } from '#app/i18n/translator.ts';
import type { SessionsView } from '#app/screens/auth/sessions.tsx';

/** "You are signed in on two devices". */
export function sessionsTitle(data: unknown, locale: Locale): string | undefined {
  const count = (data as SessionsView | undefined)?.sessions.length;
  return count === undefined ? undefined : createTranslator(locale)('auth.sessions.title', { count });
}
