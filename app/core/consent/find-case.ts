import type { CompanyId, CustomerId, PurposeId } from '#schema/ids.ts';
import type { Purpose } from '../purpose/purpose.ts';
import type { Relationship } from '../relationship/relationship.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Writers } from '../shared/storage.ts';
import { ConsentError } from './consent-error.ts';

/** The running relationship and the purpose that a customer decides on; another company's purpose is absent. */
export async function findCase(
  tx: Writers,
  customerId: CustomerId,
  companyId: CompanyId,
  purposeId: PurposeId,
): Promise<{ relationship: Relationship; purpose: Purpose }> {
  const purpose = await tx.purpose.find(purposeId);
  if (!purpose || purpose.companyId !== companyId) throw new NotFoundError();
  const relationship = await tx.relationship.findLive(customerId, companyId);
  if (!relationship) throw new ConsentError('not-connected');
  return { relationship, purpose };
}
