import type { Core } from '../shared/core.ts';
import { type ProofRequest, requestProof } from './request-proof.ts';

/**
 * Mails a code and a link. The answer is the same for every address;
 * `requestId` names the code's page and proves nothing.
 */
export function requestSignIn(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  input: ProofRequest,
): Promise<{ readonly requestId: string }> {
  return requestProof(core, 'sign-in', input);
}
