import type { InteractionId, PurposeId, SubjectId } from '#schema/ids.ts';
import { ENTRY_TEXT_MAX, type InteractionKind } from '#schema/interaction.ts';
import { AppError, NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { type Intent, wasDone } from '../shared/idempotency-store.ts';
import type { Staff } from '../staff/staff.ts';
import { parseDay, parseText } from '../thread/thread-text.ts';
import { needDialogueKey } from '../vault/dialogue-key.ts';
import { interactionPlace } from '../vault/places.ts';
import { sealJson } from '../vault/seal.ts';

export class InteractionError extends AppError<'day-unknown' | 'day-in-future'> {}

export interface RecordInteractionInput {
  readonly staff: Staff;
  readonly subject: SubjectId;
  /** For which the person is to be seen now. */
  readonly purposeId: PurposeId;
  readonly kind: InteractionKind;
  /** `YYYY-MM-DD`, today at the latest. */
  readonly happenedOn: string;
  readonly text: string;
  readonly intent?: Intent;
}

/**
 * Staff write down what happened between the company and a person whom they
 * may see; the person reads it at once and may disagree.
 *
 * @throws InteractionError, ThreadError for the text, NotFoundError for whoever is not to be seen
 */
export async function recordInteraction(core: Core, input: RecordInteractionInput): Promise<void> {
  const { staff, subject, purposeId, kind, intent } = input;
  const happenedOn = parseDay(input.happenedOn);
  if (happenedOn === undefined) throw new InteractionError('day-unknown');
  if (happenedOn > core.world.now().slice(0, 10)) throw new InteractionError('day-in-future');
  const text = parseText(input.text, ENTRY_TEXT_MAX);
  const { companyId } = staff;
  const found = companyId && (await core.storage.read.relationship.findBySubject(companyId, subject));
  if (!found || found.endedAt !== null || !staff.roles.includes('marketer')) throw new NotFoundError();
  const key = await needDialogueKey(core, found.id);
  const id = core.world.newId() as InteractionId;
  const sealed = sealJson(key, interactionPlace(id), { text });
  await core.sequencer.submit(async ({ tx, at }) => {
    if (intent) {
      if (await wasDone(tx.idempotency, intent)) return;
      await tx.idempotency.insert({ ...intent, outcome: id }, at);
    }
    const purpose = await tx.purpose.find(purposeId);
    if (!purpose || purpose.companyId !== companyId) throw new NotFoundError();
    const [person] = await tx.people.bySubjects({ companyId, purposeId, at }, [subject]);
    if (!person) throw new NotFoundError();
    await tx.interaction.insert({
      id,
      relationshipId: found.id,
      customerId: found.customerId,
      companyId,
      kind,
      happenedOn,
      staffId: staff.id,
      role: 'marketer',
      recordedAt: at,
      sealed,
    });
  });
}
