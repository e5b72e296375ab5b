import type { FieldId } from '#schema/field.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { callOffRecallsInside, openRecallInside } from '../recall/open-recall.ts';
import type { Relationship } from '../relationship/relationship.ts';
import type { AppliedDecision } from './apply-decision.ts';

/**
 * What a decision means for data that the company has already: after a no it
 * is told to stop, after fewer fields likewise for these; a new yes calls off
 * what was still open, for the fields that it opens again and no others.
 */
export async function recallAfter(
  act: ActContext,
  relationship: Relationship,
  { index, before, consent }: AppliedDecision,
): Promise<void> {
  if (index === null) return;
  const { purposeId, standing } = consent;
  const isNo =
    standing.state === 'refused' || standing.state === 'withdrawn' || standing.state === 'objected';
  if (isNo) {
    // Said to what was never open before: nothing can have been given on.
    if (standing.state === 'refused' && !before) return;
    await openRecallInside(act, { relationship, kind: 'withdrawn', purposeId, fields: null });
    return;
  }
  if (!before) return;
  const isOpen = (field: FieldId) => standing.state === 'open' || standing.fields.includes(field);
  const waiting = (await act.tx.recall.ofRelationship(relationship.id))
    .filter((one) => one.state === 'told' && one.kind === 'withdrawn' && one.purposeId === purposeId)
    .flatMap(({ fields }) => fields);
  const callsOff = waiting.some(isOpen);
  if (callsOff) await callOffRecallsInside(act, relationship, purposeId);
  // What a yes was undone for, or goes on without, and what was called off along with others.
  const gone = [...before.standing.fields, ...(callsOff ? waiting : [])].filter((field) => !isOpen(field));
  if (gone.length > 0)
    await openRecallInside(act, { relationship, kind: 'withdrawn', purposeId, fields: [...new Set(gone)] });
}
