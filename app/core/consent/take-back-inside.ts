import type { ActContext } from '../ledger/sequencer.ts';
import type { Purpose, PurposeVersion } from '../purpose/purpose.ts';
import type { Relationship } from '../relationship/relationship.ts';
import { type AppliedDecision, applyDecision, type DecisionContext } from './apply-decision.ts';
import { isOver } from './decide-consent.ts';

/**
 * Says no to everything that runs at one company: grants are withdrawn,
 * objection purposes objected to; what was never decided stays undecided. Facts
 * and recalls are the caller's.
 */
export async function takeBackInside(
  act: ActContext,
  relationship: Relationship,
  context: DecisionContext,
  wanted: (content: PurposeVersion['content']) => boolean = () => true,
): Promise<{ readonly purpose: Purpose; readonly applied: AppliedDecision }[]> {
  const { tx, at } = act;
  const ended = [];
  for (const { purpose, version } of await tx.purpose.all(relationship.companyId)) {
    if (!wanted(version.content)) continue;
    const standing = (await tx.consent.find(relationship.id, purpose.id))?.standing;
    const state = standing?.state;
    const runs =
      (standing && state === 'granted' && !isOver(standing, at)) ||
      state === 'pending' ||
      (purpose.basis === 'objection' && state !== 'objected');
    if (!runs) continue;
    ended.push({
      purpose,
      applied: await applyDecision(act, relationship, purpose, { type: 'no' }, context),
    });
  }
  return ended;
}
