import type { Core } from '../shared/core.ts';
import { type ProofRequest, requestProof } from './request-proof.ts';

/** Mails a link under which a new password can be set. The answer is the same for every address. */
export async function requestPasswordReset(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  input: ProofRequest,
): Promise<void> {
  await requestProof(core, 'reset-password', input);
}
