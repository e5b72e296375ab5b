import type { Core } from '#app/core/shared/core.ts';
import { greetDevice } from '#app/core/sign-in/greet-device.ts';
import type { OpenedSession } from '#app/core/sign-in/session.ts';
import { findLiveAccount } from '#app/core/sign-in/sign-in-with-proof.ts';
import { browserKindOf } from './browser-kind.ts';
import type { AuthContext } from './require.ts';

/** Redirect after a POST that opened or replaced a session. `to` is a path of this portal (safePath). */
export function signedIn({ services }: AuthContext, opened: OpenedSession, to: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: to, 'Set-Cookie': services.auth.cookie(opened) },
  });
}

interface GreetingContext extends AuthContext {
  readonly services: AuthContext['services'] & { readonly core: Pick<Core, 'storage' | 'keys' | 'world'> };
}

/**
 * The same after a real sign-in: the account gets to know this device, and its
 * owner a mail when it is a new one.
 *
 * @param quiet the owner is told by another mail
 */
export async function signedInHere(
  request: Request,
  context: GreetingContext,
  opened: OpenedSession,
  to: string,
  quiet = false,
): Promise<Response> {
  const { auth, core } = context.services;
  const deviceId = auth.device.idOf(request);
  const account = await findLiveAccount(core.storage.read, opened.session.principal);
  const seen = browserKindOf(request.headers.get('user-agent'));
  if (account) await greetDevice(core, account, { deviceId, seen, quiet });
  const answer = signedIn(context, opened, to);
  answer.headers.append('Set-Cookie', auth.device.write(deviceId));
  return answer;
}

/** The cookie goes, and with it whatever the browser keeps of this portal. */
export function signedOut({ services }: AuthContext, to: string): Response {
  const headers = new Headers({ Location: to, 'Clear-Site-Data': '"cache", "storage"' });
  headers.append('Set-Cookie', services.auth.blankCookie());
  return new Response(null, { status: 303, headers });
}
