import type { OpenedSession } from '#app/core/sign-in/session.ts';
import type { AuthContext } from './require.ts';

/** Redirect after a POST that opened or replaced a session. `to` is a path of this portal (safePath). */
export function signedIn({ services }: AuthContext, opened: OpenedSession, to: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: to, 'Set-Cookie': services.auth.cookie(opened) },
  });
}

/** The cookie goes, and with it whatever the browser keeps of this portal. */
export function signedOut({ services }: AuthContext, to: string): Response {
  const headers = new Headers({ Location: to, 'Clear-Site-Data': '"cache", "storage"' });
  headers.append('Set-Cookie', services.auth.blankCookie());
  return new Response(null, { status: 303, headers });
}
