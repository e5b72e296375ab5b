import type { AppLoadContext } from '@remix-run/node';
import { readCookie } from '#app/auth/read-cookie.ts';
import { dropKeptForm, findKeptForm, KEPT_FORM_MS, keepForm } from '#app/core/kept-form/keep-form.ts';
import { MINUTE_MS } from '#app/core/shared/calendar.ts';
import { SignInError } from '#app/core/sign-in/sign-in-error.ts';
import type { KeptValues } from '#app/ui/kept-values.ts';

const TOKEN = /^[\w-]{43}$/;

/** Needed for the service asked for, so no consent is due (TDDDG § 25(2)). */
const cookieName = ({ services }: AppLoadContext) =>
  services.config.baseUrl.startsWith('https:') ? '__Host-kept' : 'kept';

function cookieHeader(context: AppLoadContext, token: string, maxAgeS: number): string {
  const secure = context.services.config.baseUrl.startsWith('https:') ? '; Secure' : '';
  return `${cookieName(context)}=${token}; Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=Lax${secure}`;
}

function tokenOf(request: Request, context: AppLoadContext): string | undefined {
  const token = readCookie(request.headers.get('cookie'), cookieName(context));
  return token && TOKEN.test(token) ? token : undefined;
}

/**
 * Keeps a form as it was sent to `path`.
 *
 * @param owner the account it belongs to; null: nobody was signed in
 * @returns the `Set-Cookie` header; undefined when nothing was kept
 */
export async function keepSentForm(
  context: AppLoadContext,
  form: FormData,
  path: string,
  owner: string | null,
): Promise<string | undefined> {
  const { core, auth } = context.services;
  const fields = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  try {
    await auth.limits.keepForm(context);
  } catch (error) {
    // Whoever sends that many loses what was typed, and nothing else.
    if (error instanceof SignInError) return undefined;
    throw error;
  }
  const token = await keepForm(core, { path, owner, fields });
  // Typed by nobody in particular: the next one at this device must not meet it.
  const keptMs = owner === null ? 10 * MINUTE_MS : KEPT_FORM_MS;
  return token && cookieHeader(context, token, keptMs / 1000);
}

/** What was typed on this page before, if it was the same person; null: nothing. */
export async function readKeptForm(
  request: Request,
  context: AppLoadContext,
  principal: string | null,
): Promise<KeptValues | null> {
  const token = tokenOf(request, context);
  const kept = token && (await findKeptForm(context.services.core, token));
  if (!kept || kept.path !== new URL(request.url).pathname) return null;
  if (kept.owner !== null && kept.owner !== principal) return null;
  const values: Record<string, string[]> = {};
  for (const [name, value] of kept.fields) values[name] = [...(values[name] ?? []), value];
  return values;
}

/** The form was sent for good: what was kept of it goes, and its cookie. */
export async function dropSentForm(
  request: Request,
  context: AppLoadContext,
  path: string,
): Promise<string | undefined> {
  const token = tokenOf(request, context);
  if (!token) return undefined;
  const kept = await findKeptForm(context.services.core, token);
  // Another form, e.g. the one that signs in, leaves it alone.
  if (kept && kept.path !== path) return undefined;
  await dropKeptForm(context.services.core, token);
  return cookieHeader(context, '', 0);
}

/** Cookies of a request without ours. */
export function withoutKept(cookies: string): string {
  return cookies
    .split(';')
    .filter((pair) => !/^\s*(?:__Host-)?kept=/.test(pair))
    .join(';');
}
