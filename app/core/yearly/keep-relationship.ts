import type { CompanyId, CustomerId } from '#schema/ids.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';

/** "It shall stay as it is": keeps the day. No consent runs longer for it, none is given. */
export function keepRelationship(
  core: Pick<Core, 'storage' | 'world'>,
  { customerId, companyId }: { readonly customerId: CustomerId; readonly companyId: CompanyId },
): Promise<void> {
  const keptAt = core.world.now();
  return core.storage.transact(async (tx) => {
    const relationship = await tx.relationship.findLive(customerId, companyId);
    if (!relationship) throw new NotFoundError();
    await tx.yearly.keep({ relationshipId: relationship.id, customerId, companyId, keptAt });
  });
}
