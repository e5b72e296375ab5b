import type { CompanyId, CustomerId } from '#schema/ids.ts';
import { refreshFacts } from '../segment/refresh-facts.ts';
import type { Core } from '../shared/core.ts';
import { type AppliedDecision, applyDecision, type DecisionContext } from './apply-decision.ts';

/**
 * Says no to everything that runs, at one company or at all: grants are
 * withdrawn, objection purposes objected to; what was never decided stays
 * undecided. All in one commit.
 */
export function takeEverythingBack(
  core: Pick<Core, 'sequencer' | 'keys'>,
  input: { readonly customerId: CustomerId; readonly companyId?: CompanyId },
  context: DecisionContext,
): Promise<AppliedDecision[]> {
  return core.sequencer.submit(async (act) => {
    const { tx } = act;
    const applied: AppliedDecision[] = [];
    for (const relationship of await tx.relationship.ofCustomer(input.customerId)) {
      if (input.companyId && relationship.companyId !== input.companyId) continue;
      for (const { purpose } of await tx.purpose.all(relationship.companyId)) {
        const state = (await tx.consent.find(relationship.id, purpose.id))?.standing.state;
        const runs =
          state === 'granted' ||
          state === 'pending' ||
          (purpose.basis === 'objection' && state !== 'objected');
        if (runs) applied.push(await applyDecision(act, relationship, purpose, { type: 'no' }, context));
      }
    }
    const customer = await tx.customer.find(input.customerId);
    if (customer) await refreshFacts(core, tx, customer, act.at);
    return applied;
  });
}
