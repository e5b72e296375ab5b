import type { SegmentId } from '#schema/ids.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Staff } from '../staff/staff.ts';

/** Forgets the question; nobody's data hangs on it. Another company's segment is absent. */
export async function removeSegment(core: Pick<Core, 'storage'>, staff: Staff, id: SegmentId): Promise<void> {
  const { companyId } = staff;
  if (!companyId || !(await core.storage.read.segment.find(companyId, id))) throw new NotFoundError();
  await core.storage.transact((tx) => tx.segment.remove(companyId, id));
}
