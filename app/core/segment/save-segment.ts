import type { PurposeId, SegmentId } from '#schema/ids.ts';
import { operatorsFor, SegmentConditions } from '#schema/segment.ts';
import { AppError, NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Staff } from '../staff/staff.ts';
import type { Segment } from './segment-store.ts';

export class SegmentError extends AppError<'name-missing' | 'name-too-long' | 'operator-unfit'> {}

/** Keeps the question, never its answer: who is in it is decided anew each time. */
export async function saveSegment(
  core: Pick<Core, 'storage' | 'world'>,
  staff: Staff,
  input: { readonly purposeId: PurposeId; readonly name: string; readonly conditions: SegmentConditions },
): Promise<Segment> {
  const { companyId } = staff;
  const purpose = await core.storage.read.purpose.find(input.purposeId);
  if (!companyId || !purpose || purpose.companyId !== companyId) throw new NotFoundError();
  const name = input.name.trim();
  if (name === '') throw new SegmentError('name-missing');
  if (name.length > 80) throw new SegmentError('name-too-long');
  const conditions = SegmentConditions.parse(input.conditions);
  for (const { field, operator } of conditions.conditions) {
    if (!operatorsFor(field).includes(operator)) throw new SegmentError('operator-unfit', { field });
  }
  const segment: Segment = {
    id: core.world.newId() as SegmentId,
    companyId,
    purposeId: purpose.id,
    name,
    conditions,
    createdBy: staff.pseudonym,
    createdAt: core.world.now(),
  };
  await core.storage.transact((tx) => tx.segment.insert(segment));
  return segment;
}
