import { refreshFacts } from '../segment/refresh-facts.ts';
import type { Core } from '../shared/core.ts';
import { type AppliedDecision, applyDecision, type DecisionContext, movesFacts } from './apply-decision.ts';
import { ConsentError } from './consent-error.ts';
import { findCase } from './find-case.ts';
import { recallAfter } from './recall-after.ts';
import type { NoInput } from './say-no.ts';

/**
 * Takes back the customer's own latest decision on a purpose, within ten
 * minutes, as a new event that acts from now on.
 *
 * @param index the event that the customer saw; a later one in between refuses
 */
export function undoDecision(
  core: Pick<Core, 'sequencer' | 'keys'>,
  input: NoInput & { readonly index: number },
  context: DecisionContext,
): Promise<AppliedDecision> {
  return core.sequencer.submit(async (act) => {
    const { relationship, purpose } = await findCase(
      act.tx,
      input.customerId,
      input.companyId,
      input.purposeId,
    );
    const before = await act.tx.consent.find(relationship.id, purpose.id);
    if (before?.lastIndex !== input.index) throw new ConsentError('nothing-to-undo');
    const applied = await applyDecision(act, relationship, purpose, { type: 'undo' }, context);
    await recallAfter(act, relationship, applied);
    if (movesFacts(applied, act.at)) {
      const customer = await act.tx.customer.find(input.customerId);
      if (customer) await refreshFacts(core, act.tx, customer, act.at);
    }
    return applied;
  });
}
