import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { type Intent, wasDone } from '../shared/idempotency-store.ts';
import type { Writers } from '../shared/storage.ts';
import type { Staff } from '../staff/staff.ts';
import { evidenceKeyId } from '../vault/places.ts';
import type { Recall } from './recall.ts';
import { RecallError } from './recall-error.ts';

export const NOTE_LENGTH = 1_000;
/** More than a person has purposes; the rest is another form. */
export const RECALLS_AT_ONCE = 50;

export interface ConfirmRecallsInput {
  readonly staff: Staff;
  /** Of one customer. */
  readonly recallIds: readonly string[];
  /** What was done, in the company's words; the customer reads it. May be empty. */
  readonly note: string;
  readonly intent?: Intent | undefined;
}

/**
 * The company says that it did what recalls of one customer asked for: one
 * entry of the log, sealed under the relationship's evidence key, which lives
 * on beyond an erasure as long as the proof does. Said once; the second of two
 * hears `recall-closed`. Any person of the company may say it.
 *
 * @throws RecallError, NotFoundError for another company's and for no one's
 */
export async function confirmRecalls(
  core: Pick<Core, 'sequencer' | 'keys'>,
  { staff, recallIds, note, intent }: ConfirmRecallsInput,
): Promise<void> {
  const { companyId } = staff;
  const ids = [...new Set(recallIds)];
  if (!companyId || ids.length === 0 || ids.length > RECALLS_AT_ONCE) throw new NotFoundError();
  const said = note.normalize('NFC').trim();
  if (said.length > NOTE_LENGTH) throw new RecallError('note-too-long', { length: NOTE_LENGTH });
  await core.sequencer.submit(async ({ tx, at, append }) => {
    const recalls = await readRecalls(tx, companyId, ids);
    if (intent) {
      if (await wasDone(tx.idempotency, intent)) return;
      await tx.idempotency.insert({ ...intent, outcome: 'confirmed' }, at);
    }
    const relationship = recalls[0] && (await tx.relationship.find(recalls[0].relationshipId));
    // Without its key nothing can be recorded any more: the proof has ended, and the recall with it.
    if (!relationship || !(await core.keys.find(evidenceKeyId(relationship.id))))
      throw new RecallError('recall-closed');
    const ledgerIndex = append({
      companyId,
      relationship,
      method: 'web',
      body: {
        kind: 'recall-confirmed',
        recalls: recalls.map(({ id, kind, purposeId, fields, openedAt, dueAt }) => ({
          ...{ id, kind, dueAt },
          purpose: purposeId,
          fields: [...fields],
          toldAt: openedAt,
        })),
        note: said,
        actor: { kind: 'staff', name: staff.pseudonym },
        method: 'web',
      },
    });
    for (const { id } of recalls) {
      const closed = await tx.recall.close(id, { state: 'confirmed', at, by: staff.id, ledgerIndex });
      if (!closed) throw new RecallError('recall-closed');
    }
  });
}

async function readRecalls(
  tx: Writers,
  companyId: NonNullable<Staff['companyId']>,
  ids: readonly string[],
): Promise<Recall[]> {
  const found: Recall[] = [];
  for (const id of ids) {
    const recall = await tx.recall.find(companyId, id);
    // Two people's in one entry would join them.
    if (!recall || (found[0] && found[0].relationshipId !== recall.relationshipId)) throw new NotFoundError();
    found.push(recall);
  }
  return found;
}
