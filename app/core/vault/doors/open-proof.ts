import type { CustomerId } from '#schema/ids.ts';
import type { Core } from '../../shared/core.ts';
import { openJson } from '../open.ts';
import { profileKeyId, proofPlace } from '../places.ts';

/**
 * Door 1 of 5 again: what the customer entered before the address was proved
 * (choices of a join, a new address), for the customer who has just proved it.
 */
export async function openOwnProof(
  core: Pick<Core, 'keys'>,
  customerId: CustomerId,
  proofId: string,
  sealed: string,
): Promise<unknown> {
  const key = await core.keys.get(profileKeyId(customerId));
  return openJson(key, proofPlace(proofId), Buffer.from(sealed, 'base64'));
}
