import { isLocale, type Locale } from './locale.ts';

/** Holds nothing but the chosen language; needed for the service asked for, so no consent is due (TDDDG § 25(2)). */
export const LANG_COOKIE = 'lang';

const ONE_YEAR_S = 365 * 24 * 60 * 60;

/** The chosen language from a `Cookie` header; undefined when there is none or it is not ours. */
export function findLangCookie(cookieHeader: string | null | undefined): Locale | undefined {
  for (const pair of (cookieHeader ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at < 0 || pair.slice(0, at).trim() !== LANG_COOKIE) continue;
    const value = pair.slice(at + 1).trim();
    if (isLocale(value)) return value;
  }
  return undefined;
}

/** The `Set-Cookie` header of the language switch. */
export function langCookieHeader(locale: Locale, secure: boolean): string {
  return `${LANG_COOKIE}=${locale}; Path=/; Max-Age=${ONE_YEAR_S}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
