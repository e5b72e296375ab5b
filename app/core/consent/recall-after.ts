import type { ActContext } from '../ledger/sequencer.ts';
import { callOffRecallsInside, openRecallInside } from '../recall/open-recall.ts';
import type { Relationship } from '../relationship/relationship.ts';
import type { AppliedDecision } from './apply-decision.ts';

/**
 * What a decision means for data that the company has already: after a no it
 * is told to stop, after fewer fields likewise for these; a new yes calls off
 * what was still open.
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
  if (before?.noSince) await callOffRecallsInside(act, relationship, purposeId);
  const gone = (before?.standing.fields ?? []).filter((field) => !standing.fields.includes(field));
  if (standing.state === 'granted' && gone.length > 0)
    await openRecallInside(act, { relationship, kind: 'withdrawn', purposeId, fields: gone });
}
