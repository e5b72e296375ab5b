import type { Instant } from '#schema/instant.ts';
import { addMs, DAY_MS, HOUR_MS, MINUTE_MS } from '../shared/calendar.ts';
import type { Principal } from './principal.ts';

/** A sign-in that lasts. The plain id exists only in the cookie; here is its SHA-256. */
export interface Session {
  readonly idHash: string;
  readonly principal: Principal;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  /** Idle end: moves while in use, never past `absoluteExpiresAt`. */
  readonly expiresAt: Instant;
  /** Set once at sign-in; a replaced session inherits it. */
  readonly absoluteExpiresAt: Instant;
  /** When the address was last proved by a fresh code or link; null after a password. */
  readonly steppedUpAt: Instant | null;
  readonly remember: boolean;
}

/** What the browser gets, once. */
export interface OpenedSession {
  readonly id: string;
  readonly session: Session;
}

/** A fresh proof opens export, address change and leaving for this long. */
export const STEP_UP_MS = 5 * MINUTE_MS;

/** `seenAt` is written at most this often: a page view must not cost a flush to disk. */
export const SEEN_PRECISION_MS = MINUTE_MS;

interface Lifetime {
  readonly absoluteMs: number;
  readonly idleMs: number;
}

export function lifetimeOf(principal: Principal, remember: boolean): Lifetime {
  if (!principal.startsWith('customer:')) return { absoluteMs: 8 * HOUR_MS, idleMs: 15 * MINUTE_MS };
  if (remember) return { absoluteMs: 14 * DAY_MS, idleMs: 14 * DAY_MS };
  return { absoluteMs: 12 * HOUR_MS, idleMs: 2 * HOUR_MS };
}

/** Idle end of a session used at `at`. */
export function idleEnd(
  session: Pick<Session, 'principal' | 'remember' | 'absoluteExpiresAt'>,
  at: Instant,
): Instant {
  const idle = addMs(at, lifetimeOf(session.principal, session.remember).idleMs);
  return idle < session.absoluteExpiresAt ? idle : session.absoluteExpiresAt;
}

export function isLive(session: Session, at: Instant): boolean {
  return at < session.expiresAt && at < session.absoluteExpiresAt;
}

export function isSteppedUp(session: Session, at: Instant): boolean {
  return session.steppedUpAt !== null && at < addMs(session.steppedUpAt, STEP_UP_MS);
}
