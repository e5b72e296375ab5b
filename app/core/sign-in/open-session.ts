import type { Instant } from '#schema/instant.ts';
import { addMs } from '../shared/calendar.ts';
import type { Writers } from '../shared/storage.ts';
import type { World } from '../shared/world.ts';
import { hashSecret } from './hash-secret.ts';
import type { Principal } from './principal.ts';
import { idleEnd, lifetimeOf, type OpenedSession, type Session } from './session.ts';

export interface SessionWish {
  readonly principal: Principal;
  /** Staff are never remembered. */
  readonly remember: boolean;
  /** True when the address was proved just now. */
  readonly steppedUp: boolean;
}

/** A new session with a fresh id, in the transaction of the act that earned it. */
export async function openSession(
  { world }: { readonly world: World },
  tx: Writers,
  wish: SessionWish,
  at: Instant,
): Promise<OpenedSession> {
  const remember = wish.remember && wish.principal.startsWith('customer:');
  const absoluteExpiresAt = addMs(at, lifetimeOf(wish.principal, remember).absoluteMs);
  return insert({ world }, tx, {
    principal: wish.principal,
    createdAt: at,
    seenAt: at,
    absoluteExpiresAt,
    expiresAt: idleEnd({ principal: wish.principal, remember, absoluteExpiresAt }, at),
    steppedUpAt: wish.steppedUp ? at : null,
    remember,
  });
}

/** The same sign-in under a new id, after a proof or a change of credentials: an id that leaked before is dead. */
export async function replaceSession(
  core: { readonly world: World },
  tx: Writers,
  old: Session,
  steppedUpAt: Instant | null,
  at: Instant,
): Promise<OpenedSession> {
  await tx.signIn.deleteSession(old.principal, old.idHash);
  const { idHash: _, ...kept } = old;
  return insert(core, tx, { ...kept, seenAt: at, expiresAt: idleEnd(old, at), steppedUpAt });
}

async function insert(
  { world }: { readonly world: World },
  tx: Writers,
  session: Omit<Session, 'idHash'>,
): Promise<OpenedSession> {
  const id = world.randomBytes(32).toString('base64url');
  const opened: OpenedSession = { id, session: { ...session, idHash: hashSecret(id) } };
  await tx.signIn.insertSession(opened.session);
  return opened;
}
