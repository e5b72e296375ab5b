import { randomInt } from 'node:crypto';
import { addMs } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import { proofPlace } from '../vault/places.ts';
import { sealJson } from '../vault/seal.ts';
import { hashSecret } from './hash-secret.ts';
import type { Principal } from './principal.ts';
import {
  CODE_DIGITS,
  NO_PAYLOAD,
  PROOF_LIFETIME_MS,
  type Proof,
  type ProofPayload,
  type ProofPurpose,
} from './proof.ts';

export interface ProofWish {
  readonly principal: Principal;
  readonly purpose: ProofPurpose;
  readonly payload?: Partial<Omit<ProofPayload, 'sealed'>>;
  /** Any JSON, readable only with the account's key `keyId`. */
  readonly secret?: { readonly keyId: string; readonly value: unknown } | undefined;
}

/** The proof to store, and what the mail carries: the only copy of both secrets. */
export interface DraftedProof {
  readonly proof: Proof;
  readonly token: string;
  readonly code: string;
}

/** Nothing is written: all work that takes time is done before the transaction. */
export async function draftProof(core: Pick<Core, 'keys' | 'world'>, wish: ProofWish): Promise<DraftedProof> {
  const id = core.world.newId();
  const createdAt = core.world.now();
  const token = core.world.randomBytes(32).toString('base64url');
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
  const { secret } = wish;
  const sealed =
    secret && sealJson(await core.keys.get(secret.keyId), proofPlace(id), secret.value).toString('base64');
  const proof: Proof = {
    id,
    principal: wish.principal,
    purpose: wish.purpose,
    tokenHash: hashSecret(token),
    codeHash: codeHashOf(core, id, code),
    payload: { ...NO_PAYLOAD, ...wish.payload, sealed: sealed ?? null },
    attempts: 0,
    createdAt,
    expiresAt: addMs(createdAt, PROOF_LIFETIME_MS[wish.purpose]),
    usedAt: null,
  };
  return { proof, token, code };
}

/** Keyed, because a stolen table would give up a plain hash of eight digits in a second; bound to its proof. */
export function codeHashOf(core: Pick<Core, 'keys'>, proofId: string, code: string): string {
  return core.keys.blindIndex(`sign-in-code/${proofId}`, code);
}
