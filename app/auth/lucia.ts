import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia';
import type { Core } from '#app/core/shared/core.ts';
import type { Account } from '#app/core/sign-in/find-account.ts';
import { hashSecret } from '#app/core/sign-in/hash-secret.ts';
import type { Principal } from '#app/core/sign-in/principal.ts';
import { isLive, type Session } from '#app/core/sign-in/session.ts';
import { findLiveAccount } from '#app/core/sign-in/sign-in-with-proof.ts';

/*
 * The only file that imports lucia. It validates sessions and shapes the
 * cookie. Two of its habits are kept out: it compares with Date.now, so our
 * own instants are compared first and it is shown an end that never comes;
 * and it cannot join a transaction, so sessions are opened by the acts.
 */

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<{ session: Session }, { account: Account }>;
    DatabaseSessionAttributes: { session: Session };
    DatabaseUserAttributes: { account: Account };
  }
}

export interface SignedInAs {
  readonly account: Account;
  readonly session: Session;
}

export interface SessionDoor {
  readonly cookieName: string;
  /** Null for an unknown id, an ended session, and an account that may no longer sign in. */
  validate(id: string): Promise<SignedInAs | null>;
  /** `Set-Cookie` of a new session; without `remember` it ends with the browser. */
  cookie(id: string, remember: boolean): string;
  blankCookie(): string;
}

const COOKIE_LIFETIME = new TimeSpan(14, 'd');

/** @param secure the portal is reached by https: then the cookie is bound to the host */
export function createSessionDoor(core: Pick<Core, 'storage' | 'world'>, secure: boolean): SessionDoor {
  const lucia = new Lucia(sessionAdapter(core), {
    sessionExpiresIn: COOKIE_LIFETIME,
    sessionCookie: {
      name: secure ? '__Host-session' : 'session',
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: ({ session }) => ({ session }),
    getUserAttributes: ({ account }) => ({ account }),
  });
  return {
    cookieName: lucia.sessionCookieName,
    validate: async (id) => {
      const { session, user } = await lucia.validateSession(id);
      return session && { session: session.session, account: user.account };
    },
    cookie: (id, remember) => {
      const cookie = lucia.createSessionCookie(id);
      if (!remember) delete cookie.attributes.maxAge;
      return cookie.serialize();
    },
    blankCookie: () => lucia.createBlankSessionCookie().serialize(),
  };
}

/** The browser's id stays outside: rows are found by its SHA-256. */
function sessionAdapter({ storage, world }: Pick<Core, 'storage' | 'world'>): Adapter {
  const { signIn } = storage.read;
  return {
    getSessionAndUser: async (id): Promise<[DatabaseSession | null, DatabaseUser | null]> => {
      const session = await signIn.findSession(hashSecret(id));
      if (!session || !isLive(session, world.now())) return [null, null];
      const account = await findLiveAccount(storage.read, session.principal);
      return [toLucia(id, session), account ? { id: session.principal, attributes: { account } } : null];
    },
    getUserSessions: async (principal) => {
      const sessions = await signIn.sessionsOf(principal as Principal);
      return sessions.map((session) => toLucia(session.idHash, session));
    },
    deleteSession: async (id) => {
      const session = await signIn.findSession(hashSecret(id));
      if (session) await storage.transact((tx) => tx.signIn.deleteSession(session.principal, session.idHash));
    },
    deleteUserSessions: (principal) =>
      storage.transact((tx) => tx.signIn.deleteSessionsOf(principal as Principal)),
    deleteExpiredSessions: () => storage.transact((tx) => tx.signIn.deleteEnded(world.now())),
    setSession: () =>
      Promise.reject(new Error('sessions are opened in the transaction of the act that earned them')),
    updateSessionExpiration: () => Promise.reject(new Error('the end of a session is ours to move')),
  };
}

function toLucia(id: string, session: Session): DatabaseSession {
  const expiresAt = new Date(Date.now() + COOKIE_LIFETIME.milliseconds());
  return { id, userId: session.principal, expiresAt, attributes: { session } };
}
