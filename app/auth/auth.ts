import type { Core } from '#app/core/shared/core.ts';
import { hashSecret } from '#app/core/sign-in/hash-secret.ts';
import type { PasswordHasher } from '#app/core/sign-in/password.ts';
import type { Principal } from '#app/core/sign-in/principal.ts';
import { idleEnd, type OpenedSession, SEEN_PRECISION_MS } from '#app/core/sign-in/session.ts';
import { msOf } from '#schema/instant.ts';
import { createDeviceCookie, type DeviceCookie } from './device.ts';
import { createLimits, type Limits } from './limits.ts';
import { createSessionDoor, type SignedInAs } from './lucia.ts';
import { createPasswordHasher } from './password-hash.ts';
import { readCookie } from './read-cookie.ts';

/** Who is asking. One for the whole program. */
export interface Auth {
  readonly passwords: PasswordHasher;
  readonly limits: Limits;
  /** Null when nobody is signed in. A session in use stays awake by this. */
  identify(request: Request): Promise<SignedInAs | null>;
  /** Whose session it was, also one that has ended; undefined: none that is known. */
  ownerOf(request: Request): Promise<Principal | undefined>;
  /** `Set-Cookie` for a session that was just opened or replaced. */
  cookie(opened: OpenedSession): string;
  /** `Set-Cookie` that removes it. */
  blankCookie(): string;
  readonly device: DeviceCookie;
}

const SESSION_ID = /^[\w-]{43}$/;

export function createAuth(
  core: Pick<Core, 'storage' | 'world'>,
  options: { readonly secureCookies: boolean },
): Auth {
  const door = createSessionDoor(core, options.secureCookies);
  return {
    passwords: createPasswordHasher(),
    limits: createLimits(core.world),
    identify: async (request) => {
      const id = readCookie(request.headers.get('cookie'), door.cookieName);
      if (!id || !SESSION_ID.test(id)) return null;
      const found = await door.validate(id);
      if (found) await keepAwake(core, found);
      return found;
    },
    ownerOf: async (request) => {
      const id = readCookie(request.headers.get('cookie'), door.cookieName);
      if (!id || !SESSION_ID.test(id)) return undefined;
      return (await core.storage.read.signIn.findSession(hashSecret(id)))?.principal;
    },
    cookie: ({ id, session }) => door.cookie(id, session.remember),
    blankCookie: () => door.blankCookie(),
    device: createDeviceCookie(options.secureCookies),
  };
}

async function keepAwake(
  { storage, world }: Pick<Core, 'storage' | 'world'>,
  { session }: SignedInAs,
): Promise<void> {
  const at = world.now();
  if (msOf(at) - msOf(session.seenAt) < SEEN_PRECISION_MS) return;
  await storage.transact((tx) => tx.signIn.touchSession(session.idHash, at, idleEnd(session, at)));
}
