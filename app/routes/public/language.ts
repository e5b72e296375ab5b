import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirectTo } from '#app/auth/require.ts';
import { safePath } from '#app/auth/safe-path.ts';
import { langCookieHeader } from '#app/i18n/lang-cookie.ts';
import { isLocale } from '#app/i18n/locale.ts';

/** The language switch: a cookie and the way back, nothing stored. A language we do not have changes nothing. */
export function loader({ request, context }: LoaderFunctionArgs): Response {
  const { searchParams } = new URL(request.url);
  const locale = searchParams.get('lang');
  const answer = redirectTo(safePath(searchParams.get('to'), '/'));
  if (isLocale(locale)) {
    const secure = context.services.config.baseUrl.startsWith('https:');
    answer.headers.set('Set-Cookie', langCookieHeader(locale, secure));
  }
  return answer;
}
