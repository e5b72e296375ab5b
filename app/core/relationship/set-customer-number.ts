import type { RelationshipId } from '#schema/ids.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { customerNumberPlace, evidenceKeyId } from '../vault/places.ts';
import { seal } from '../vault/seal.ts';

/** Column of the blind index: per company, so that equal numbers of two companies do not meet. */
export const customerNumberColumn = (companyId: string): string => `customer-number/${companyId}`;

/** One spelling: upper case without blanks. */
export function normaliseCustomerNumber(raw: string): string {
  return raw.normalize('NFC').replace(/\s+/g, '').toUpperCase();
}

/** Keeps the company's own number for a relationship: sealed, found by its exact value only. */
export async function setCustomerNumber(
  core: Pick<Core, 'sequencer' | 'keys'>,
  relationshipId: RelationshipId,
  customerNumber: string,
): Promise<void> {
  const key = await core.keys.get(evidenceKeyId(relationshipId));
  const normalised = normaliseCustomerNumber(customerNumber);
  const sealed = seal(key, customerNumberPlace(relationshipId), Buffer.from(customerNumber.trim(), 'utf8'));
  await core.sequencer.submit(async ({ tx }) => {
    const relationship = await tx.relationship.find(relationshipId);
    if (!relationship) throw new NotFoundError();
    const index = core.keys.blindIndex(customerNumberColumn(relationship.companyId), normalised);
    await tx.relationship.setCustomerNumber(relationshipId, index, sealed);
    // Somebody who came back: the number is in use again.
    if (relationship.endedAt === null) await tx.stopList.clear(relationship.companyId, [index]);
  });
}
