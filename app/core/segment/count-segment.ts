import type { CompanyId, PurposeId } from '#schema/ids.ts';
import type { SegmentConditions } from '#schema/segment.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';

/** Below this a count of people who may not be seen could point to one of them. */
export const SMALLEST_HIDDEN_COUNT = 5;

export interface SegmentCount {
  /** Exactly the people a list or an export would contain. */
  readonly visible: number;
  /**
   * Customers of the company whose permission for this purpose is missing, for
   * whatever cause. For the purpose alone, never after a condition: a count
   * that changes with a condition would answer what may not be asked. To the
   * nearest five, or exact figures of two purposes could be subtracted from one
   * another. Null: fewer than SMALLEST_HIDDEN_COUNT.
   */
  readonly hidden: number | null;
}

export async function countSegment(
  core: Pick<Core, 'storage' | 'world'>,
  companyId: CompanyId,
  purposeId: PurposeId,
  conditions: SegmentConditions,
): Promise<SegmentCount> {
  const { read } = core.storage;
  const purpose = await read.purpose.find(purposeId);
  if (!purpose || purpose.companyId !== companyId) throw new NotFoundError();
  const at = core.world.now();
  const visible = await read.people.count({ companyId, purposeId, at, conditions });
  const permitted = await read.people.count({ companyId, purposeId, at });
  const hidden = Math.max(0, (await read.relationship.countLive(companyId)) - permitted);
  return { visible, hidden: maskCount(hidden) };
}

/** A count of people who may not be seen, so that it points to none of them. */
export function maskCount(hidden: number): number | null {
  return hidden < SMALLEST_HIDDEN_COUNT ? null : Math.round(hidden / 5) * 5;
}
