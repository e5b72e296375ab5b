import type { CompanyId, CustomerId, PurposeId } from '#schema/ids.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { narrowFacts } from '../segment/refresh-facts.ts';
import type { Core } from '../shared/core.ts';
import { type AppliedDecision, applyDecision, type DecisionContext, movesFacts } from './apply-decision.ts';
import { findCase } from './find-case.ts';
import { recallAfter } from './recall-after.ts';

export interface NoInput {
  readonly customerId: CustomerId;
  readonly companyId: CompanyId;
  readonly purposeId: PurposeId;
}

/**
 * A no: refuses what was not decided, withdraws what was granted, objects
 * where the basis is an objection right. Never refused, never waits, needs no
 * reason and no proof.
 */
export function sayNo(
  core: Pick<Core, 'sequencer'>,
  input: NoInput,
  context: DecisionContext,
): Promise<AppliedDecision> {
  return core.sequencer.submit((act) => sayNoInside(act, input, context));
}

export async function sayNoInside(
  act: ActContext,
  input: NoInput,
  context: DecisionContext,
): Promise<AppliedDecision> {
  const { relationship, purpose } = await findCase(
    act.tx,
    input.customerId,
    input.companyId,
    input.purposeId,
  );
  const applied = await applyDecision(act, relationship, purpose, { type: 'no' }, context);
  await recallAfter(act, relationship, applied);
  if (movesFacts(applied, act.at)) {
    const customer = await act.tx.customer.find(input.customerId);
    if (customer) await narrowFacts(act.tx, customer, act.at);
  }
  return applied;
}
