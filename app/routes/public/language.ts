import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirectTo } from '#app/auth/require.ts';
import { safePath } from '#app/auth/safe-path.ts';
import { keepSentForm } from '#app/http/kept-form.server.ts';
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

/** The same from a page with an open form: what was typed comes along and is sent nowhere. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { request, context } = args;
  const answer = loader(args);
  const to = new URL(answer.headers.get('Location') ?? '/', request.url).pathname;
  const owner = (await context.services.auth.identify(request))?.session.principal ?? null;
  const cookie = await keepSentForm(context, await request.formData(), to, owner);
  const headers = new Headers(answer.headers);
  if (cookie) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}
