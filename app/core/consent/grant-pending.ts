import type { CustomerId } from '#schema/ids.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { refreshFacts } from '../segment/refresh-facts.ts';
import type { Core } from '../shared/core.ts';
import { type AppliedDecision, applyDecision, type DecisionContext } from './apply-decision.ts';

/**
 * The address is confirmed: every yes that waited for it is granted, in the
 * same transaction. A yes to a text that is no longer asked for keeps waiting
 * and is asked anew on its page.
 */
export async function grantPending(
  core: Pick<Core, 'keys'>,
  act: ActContext,
  customerId: CustomerId,
  context: DecisionContext,
): Promise<AppliedDecision[]> {
  const { tx, at } = act;
  const applied: AppliedDecision[] = [];
  for (const { relationshipId, purposeId, standing } of await tx.consent.ofCustomer(customerId)) {
    const relationship = await tx.relationship.find(relationshipId);
    const purpose = await tx.purpose.find(purposeId);
    const current = purpose && (await tx.purpose.currentVersion(purpose.id));
    if (standing.state !== 'pending' || !relationship || !purpose || current?.id !== standing.versionId)
      continue;
    const choice = { fields: standing.fields, channels: standing.channels };
    applied.push(
      await applyDecision(
        act,
        relationship,
        purpose,
        { type: 'yes', versionId: current.id, choice, confirmed: true },
        context,
      ),
    );
  }
  const customer = await tx.customer.find(customerId);
  if (customer && applied.length > 0) await refreshFacts(core, tx, customer, at);
  return applied;
}
