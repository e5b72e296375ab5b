import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Staff } from '../staff/staff.ts';
import { evidenceKeyId, recallPlace } from '../vault/places.ts';
import { sealJson } from '../vault/seal.ts';
import type { Recall } from './recall.ts';
import { RecallError } from './recall-error.ts';

export const NOTE_LENGTH = 1_000;

export interface ConfirmRecallInput {
  readonly staff: Staff;
  readonly recallId: string;
  /** What was done, in the company's words; the customer reads it. May be empty. */
  readonly note: string;
}

/**
 * The company says that it did what the recall asked for. Said once; the
 * second of two hears `recall-closed`. Any person of the company may say it.
 *
 * @throws RecallError, NotFoundError for another company's
 */
export async function confirmRecall(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  { staff, recallId, note }: ConfirmRecallInput,
): Promise<Recall> {
  const { companyId } = staff;
  if (!companyId) throw new NotFoundError();
  const said = note.trim();
  if (said.length > NOTE_LENGTH) throw new RecallError('note-too-long', { length: NOTE_LENGTH });
  const at = core.world.now();
  return core.storage.transact(async (tx) => {
    const recall = await tx.recall.find(companyId, recallId);
    if (!recall) throw new NotFoundError();
    const key = said && (await core.keys.find(evidenceKeyId(recall.relationshipId)));
    const noteSealed = key ? sealJson(key, recallPlace(recall.id), said) : null;
    const closing = { state: 'confirmed', at, by: staff.id, noteSealed } as const;
    if (!(await tx.recall.close(recall.id, closing))) throw new RecallError('recall-closed');
    return { ...recall, state: 'confirmed', closedAt: at, closedBy: staff.id, noteSealed };
  });
}
