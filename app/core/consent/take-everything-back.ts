import type { CompanyId, CustomerId } from '#schema/ids.ts';
import { isAdvertising } from '../purpose/is-advertising.ts';
import { narrowFacts } from '../segment/refresh-facts.ts';
import type { Core } from '../shared/core.ts';
import { wasDone } from '../shared/idempotency-store.ts';
import type { AppliedDecision, DecisionContext } from './apply-decision.ts';
import { recallAfter } from './recall-after.ts';
import { takeBackInside } from './take-back-inside.ts';

export interface TakeBackInput {
  readonly customerId: CustomerId;
  /** Absent: at all companies. */
  readonly companyId?: CompanyId | undefined;
  /** Only what is advertising; a service that was asked for goes on. */
  readonly advertisingOnly?: boolean | undefined;
}

/**
 * Says no to everything that runs, at one company or at all: grants are
 * withdrawn, objection purposes objected to; what was never decided stays
 * undecided. All in one commit.
 */
export function takeEverythingBack(
  core: Pick<Core, 'sequencer'>,
  input: TakeBackInput,
  context: DecisionContext,
): Promise<AppliedDecision[]> {
  // One intent for all of it: each single decision would take the next for a repetition.
  const { intent, ...each } = context;
  return core.sequencer.submit(async (act) => {
    const { tx } = act;
    const applied: AppliedDecision[] = [];
    if (intent) {
      if (await wasDone(tx.idempotency, intent)) return applied;
      await tx.idempotency.insert({ ...intent, outcome: 'taken-back' }, act.at);
    }
    for (const relationship of await tx.relationship.ofCustomer(input.customerId)) {
      if (input.companyId && relationship.companyId !== input.companyId) continue;
      const wanted = input.advertisingOnly ? isAdvertising : undefined;
      for (const ended of await takeBackInside(act, relationship, each, wanted)) {
        applied.push(ended.applied);
        await recallAfter(act, relationship, ended.applied);
      }
    }
    const customer = await tx.customer.find(input.customerId);
    if (customer) await narrowFacts(tx, customer, act.at);
    return applied;
  });
}
