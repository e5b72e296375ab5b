import type { CustomerId } from '#schema/ids.ts';
import { refreshFacts } from '../segment/refresh-facts.ts';
import type { Core } from '../shared/core.ts';
import { wasDone } from '../shared/idempotency-store.ts';
import { type AppliedDecision, applyDecision, type DecisionContext } from './apply-decision.ts';
import { ConsentError } from './consent-error.ts';
import { recallAfter } from './recall-after.ts';

/**
 * Undoes what `takeEverythingBack` did, as one: all decisions of this customer
 * between two ledger indices that are still the latest of their purpose. A
 * purpose that was decided anew since then keeps its new answer.
 *
 * @throws ConsentError `undo-too-late`, or `nothing-to-undo` when none is left
 */
export function undoTakenBack(
  core: Pick<Core, 'sequencer' | 'keys'>,
  input: { readonly customerId: CustomerId; readonly first: number; readonly last: number },
  context: DecisionContext,
): Promise<AppliedDecision[]> {
  const { intent, ...each } = context;
  return core.sequencer.submit(async (act) => {
    const { tx } = act;
    const applied: AppliedDecision[] = [];
    if (intent) {
      if (await wasDone(tx.idempotency, intent)) return applied;
      await tx.idempotency.insert({ ...intent, outcome: 'undone' }, act.at);
    }
    for (const relationship of await tx.relationship.ofCustomer(input.customerId)) {
      for (const consent of await tx.consent.ofRelationship(relationship.id)) {
        const { lastIndex, previous, purposeId } = consent;
        if (lastIndex < input.first || lastIndex > input.last || !previous) continue;
        const purpose = await tx.purpose.find(purposeId);
        if (!purpose) continue;
        const undone = await applyDecision(act, relationship, purpose, { type: 'undo' }, each);
        await recallAfter(act, relationship, undone);
        applied.push(undone);
      }
    }
    if (applied.length === 0) throw new ConsentError('nothing-to-undo');
    const customer = await tx.customer.find(input.customerId);
    if (customer) await refreshFacts(core, tx, customer, act.at);
    return applied;
  });
}
