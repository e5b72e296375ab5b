import type { Instant } from '#schema/instant.ts';
import type { Principal } from './principal.ts';
import type { Proof, ProofPurpose } from './proof.ts';
import type { Session } from './session.ts';

export interface StoredPassword {
  readonly principal: Principal;
  /** PHC string. */
  readonly hash: string;
  readonly updatedAt: Instant;
}

/** Days on which a device was last seen, and was forgotten. What it is, nobody here knows. */
export interface KnownDevice {
  readonly seenOn: string;
  readonly forgottenOn: string | null;
}

export interface SignInReader {
  /** Also ended ones: the caller compares the instants. */
  findSession(idHash: string): Promise<Session | undefined>;
  /** Last used first; also ended ones. */
  sessionsOf(principal: Principal): Promise<Session[]>;
  findPassword(principal: Principal): Promise<StoredPassword | undefined>;
  findProof(id: string): Promise<Proof | undefined>;
  findProofByToken(tokenHash: string): Promise<Proof | undefined>;
  /** Proofs of this purpose asked for since then, used or not. */
  countProofs(principal: Principal, purpose: ProofPurpose, since: Instant): Promise<number>;
  /** True while a proof of this purpose could still be used. */
  hasOpenProof(principal: Principal, purpose: ProofPurpose, at: Instant): Promise<boolean>;
  /** Every device that was ever known, also a forgotten one; last seen first. */
  devices(principal: Principal): Promise<KnownDevice[]>;
}

export interface SignInWriter extends SignInReader {
  insertSession(session: Session): Promise<void>;
  /** Moves the idle end; a session deleted meanwhile stays deleted. */
  touchSession(idHash: string, seenAt: Instant, expiresAt: Instant): Promise<void>;
  /** Only the owner's: another principal's hash changes nothing. */
  deleteSession(principal: Principal, idHash: string): Promise<void>;
  deleteSessionsOf(principal: Principal): Promise<void>;
  savePassword(password: StoredPassword): Promise<void>;
  deletePassword(principal: Principal): Promise<void>;
  insertProof(proof: Proof): Promise<void>;
  /**
   * Counts one try and answers with the proof; undefined when it is used, has
   * expired or its tries are spent. Parallel callers wait for each other.
   */
  takeAttempt(id: string, at: Instant): Promise<Proof | undefined>;
  /** True for exactly one caller, and only before the proof expires. */
  useProof(id: string, at: Instant): Promise<boolean>;
  /** What was mailed before no longer works. */
  closeProofs(principal: Principal, purposes: readonly ProofPurpose[], at: Instant): Promise<void>;
  /** True when it was not known, or no longer; for exactly one of several callers. @param day ISO */
  rememberDevice(principal: Principal, deviceHash: string, day: string): Promise<boolean>;
  /** Each of them is a new one at its next sign-in. */
  forgetDevices(principal: Principal, day: string): Promise<void>;
  /** Not signed in on since before `day`. */
  deleteDevices(before: string): Promise<void>;
  /** Sessions, password, proofs and devices, whatever their state. */
  deleteOfPrincipal(principal: Principal): Promise<void>;
  /** Sessions and proofs that ended before `before`. */
  deleteEnded(before: Instant): Promise<void>;
}
