import type { Instant } from '#schema/instant.ts';
import type { Core } from '../shared/core.ts';
import type { Readers, Writers } from '../shared/storage.ts';
import { codeHashOf } from './draft-proof.ts';
import { hashSecret, sameHash } from './hash-secret.ts';
import { findPrincipalId } from './principal.ts';
import { CODE_ATTEMPTS, type Proof, type ProofPurpose } from './proof.ts';
import { SignInError } from './sign-in-error.ts';

/** A wrong try must be counted, so it is a value that lets the transaction commit, not an exception. */
export type CodeOutcome =
  | { readonly ok: true; readonly proof: Proof }
  | { readonly ok: false; readonly error: SignInError };

/**
 * One try of a code inside the caller's transaction. Of parallel tries with
 * the right code exactly one succeeds. An unknown id, another purpose and a
 * code of nobody answer like a wrong code.
 */
export async function tryCode(
  core: Pick<Core, 'keys'>,
  tx: Writers,
  input: { readonly requestId: string; readonly code: string; readonly purpose: ProofPurpose },
  at: Instant,
): Promise<CodeOutcome> {
  const known = await tx.signIn.findProof(input.requestId);
  if (!known || known.purpose !== input.purpose) return refuse('code-expired');
  const proof = await tx.signIn.takeAttempt(known.id, at);
  if (!proof)
    return refuse(at < known.expiresAt && known.attempts >= CODE_ATTEMPTS ? 'code-locked' : 'code-expired');
  const code = input.code.replace(/\D/g, '');
  const right = proof.codeHash !== null && sameHash(proof.codeHash, codeHashOf(core, proof.id, code));
  if (right && findPrincipalId(proof.principal) && (await tx.signIn.useProof(proof.id, at)))
    return { ok: true, proof };
  const left = CODE_ATTEMPTS - proof.attempts;
  return left > 0 ? { ok: false, error: new SignInError('code-wrong', { left }) } : refuse('code-locked');
}

function refuse(code: 'code-expired' | 'code-locked'): CodeOutcome {
  return { ok: false, error: new SignInError(code) };
}

export type LinkState = 'open' | 'used' | 'expired' | 'broken';

/** For the page behind a link: says how the link stands and changes nothing. */
export async function readLink(
  core: Pick<Core, 'storage' | 'world'>,
  token: string,
  purposes: readonly ProofPurpose[],
): Promise<{ readonly state: LinkState; readonly proof: Proof | undefined }> {
  const proof = await findByToken(core.storage.read, token, purposes);
  return { state: stateOf(proof, core.world.now()), proof };
}

/**
 * Consumes a link inside the caller's transaction.
 *
 * @throws SignInError `link-broken`, `link-used`, `link-expired`; nothing was consumed then
 */
export async function useLink(
  tx: Writers,
  token: string,
  purpose: ProofPurpose,
  at: Instant,
): Promise<Proof> {
  const proof = await findByToken(tx, token, [purpose]);
  assertOpenLink(stateOf(proof, at));
  if (!proof || !(await tx.signIn.useProof(proof.id, at))) throw new SignInError('link-used');
  return proof;
}

/** @throws SignInError */
export function assertOpenLink(state: LinkState): void {
  if (state !== 'open') throw new SignInError(`link-${state}`);
}

async function findByToken(
  from: Readers,
  token: string,
  purposes: readonly ProofPurpose[],
): Promise<Proof | undefined> {
  const proof = await from.signIn.findProofByToken(hashSecret(token));
  return proof && purposes.includes(proof.purpose) ? proof : undefined;
}

function stateOf(proof: Proof | undefined, at: Instant): LinkState {
  if (!proof || !findPrincipalId(proof.principal)) return 'broken';
  if (proof.usedAt !== null) return 'used';
  return at < proof.expiresAt ? 'open' : 'expired';
}
