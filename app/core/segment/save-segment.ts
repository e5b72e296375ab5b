import type { PurposeId, SegmentId } from '#schema/ids.ts';
import { operatorsFor, SegmentConditions } from '#schema/segment.ts';
import { AppError, NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Intent } from '../shared/idempotency-store.ts';
import type { Staff } from '../staff/staff.ts';
import type { Segment } from './segment-store.ts';

export class SegmentError extends AppError<'name-missing' | 'name-too-long' | 'operator-unfit'> {}

export interface SegmentInput {
  readonly purposeId: PurposeId;
  readonly name: string;
  readonly conditions: SegmentConditions;
  /** The form that was sent: the same one twice saves one segment. */
  readonly intent?: Intent;
}

/** Keeps the question, never its answer: who is in it is decided anew each time. */
export async function saveSegment(
  core: Pick<Core, 'storage' | 'world'>,
  staff: Staff,
  input: SegmentInput,
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
  try {
    return await keepOnce(core, segment, input.intent);
  } catch (error) {
    if (!core.storage.isUniqueViolation(error)) throw error;
    // The same form came twice at once; the other one is written now.
    return keepOnce(core, segment, input.intent);
  }
}

function keepOnce(
  core: Pick<Core, 'storage'>,
  segment: Segment,
  intent: Intent | undefined,
): Promise<Segment> {
  return core.storage.transact(async (tx) => {
    const done = intent && (await tx.idempotency.find(intent));
    const before = done && (await tx.segment.find(segment.companyId, done.outcome as SegmentId));
    if (before) return before;
    await tx.segment.insert(segment);
    if (intent && !done) await tx.idempotency.insert({ ...intent, outcome: segment.id }, segment.createdAt);
    return segment;
  });
}
