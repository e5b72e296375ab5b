import type { Principal } from '#app/core/sign-in/principal.ts';
import { type Proof, ProofPayload, type ProofPurpose } from '#app/core/sign-in/proof.ts';
import type { Session } from '#app/core/sign-in/session.ts';
import type { Instant } from '#schema/instant.ts';
import { flag } from '../columns.ts';
import type { SessionRow, SignInProofRow } from '../tables/auth.ts';

export function toSession(row: SessionRow): Session {
  return {
    idHash: row.id_hash,
    principal: row.principal as Principal,
    createdAt: row.created_at as Instant,
    seenAt: row.seen_at as Instant,
    expiresAt: row.expires_at as Instant,
    absoluteExpiresAt: row.absolute_expires_at as Instant,
    steppedUpAt: row.stepped_up_at as Instant | null,
    remember: flag.read(row.remember),
  };
}

export function fromSession(session: Session): SessionRow {
  return {
    id_hash: session.idHash,
    principal: session.principal,
    created_at: session.createdAt,
    seen_at: session.seenAt,
    expires_at: session.expiresAt,
    absolute_expires_at: session.absoluteExpiresAt,
    stepped_up_at: session.steppedUpAt,
    remember: flag.write(session.remember),
  };
}

export function toProof(row: SignInProofRow): Proof {
  return {
    id: row.id,
    principal: row.principal as Principal,
    purpose: row.purpose as ProofPurpose,
    tokenHash: row.token_hash,
    codeHash: row.code_hash,
    payload: ProofPayload.parse(JSON.parse(row.payload)),
    attempts: row.attempts,
    createdAt: row.created_at as Instant,
    expiresAt: row.expires_at as Instant,
    usedAt: row.used_at as Instant | null,
  };
}

export function fromProof(proof: Proof): SignInProofRow {
  return {
    id: proof.id,
    principal: proof.principal,
    purpose: proof.purpose,
    token_hash: proof.tokenHash,
    code_hash: proof.codeHash,
    payload: JSON.stringify(proof.payload),
    attempts: proof.attempts,
    created_at: proof.createdAt,
    expires_at: proof.expiresAt,
    used_at: proof.usedAt,
  };
}
