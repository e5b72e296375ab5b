import type { Instant } from '#schema/instant.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Staff } from '../staff/staff.ts';

/**
 * An owner's word that the company reports every contact: from then on
 * customers read that their limit per week is checked here. Saying it again
 * changes nothing. Answers since when it holds.
 *
 * @throws NotFoundError for staff who do not own the company
 */
export function setReporting(
  core: Pick<Core, 'storage' | 'world'>,
  staff: Staff,
  reports: boolean,
): Promise<Instant | null> {
  const { companyId, pseudonym } = staff;
  if (!companyId || !staff.roles.includes('owner')) return Promise.reject(new NotFoundError());
  return core.storage.transact(async (tx) => {
    const before = await tx.use.reportingSince(companyId);
    if ((before !== null) === reports) return before;
    const since = reports ? core.world.now() : null;
    await tx.use.setReporting(companyId, since, pseudonym);
    return since;
  });
}
