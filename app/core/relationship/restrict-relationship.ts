import type { Actor, DecisionMethod } from '#schema/consent.ts';
import type { CompanyId, CustomerId } from '#schema/ids.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';

export interface RestrictInput {
  readonly customerId: CustomerId;
  readonly companyId: CompanyId;
  readonly restricted: boolean;
}

/**
 * Restriction of processing (GDPR Art. 18), on or lifted: while it holds the
 * company may store but not use, so nothing is permitted.
 */
export function restrictRelationship(
  core: Pick<Core, 'sequencer'>,
  input: RestrictInput,
  actor: Actor = { kind: 'customer', name: '' },
  method: DecisionMethod = 'web',
): Promise<void> {
  return core.sequencer.submit((act) => restrictInside(act, input, actor, method));
}

export async function restrictInside(
  { tx, at, append }: ActContext,
  input: RestrictInput,
  actor: Actor,
  method: DecisionMethod,
): Promise<void> {
  const customer = await tx.customer.find(input.customerId);
  const relationship = await tx.relationship.findLive(input.customerId, input.companyId);
  if (!customer || !relationship) throw new NotFoundError();
  if ((relationship.restrictedAt !== null) === input.restricted) return;
  await tx.relationship.restrict(relationship.id, input.restricted ? at : null);
  const free = !input.restricted && customer.status === 'active' && customer.restrictedAt === null;
  await tx.relationship.setBlocked(relationship.id, !free);
  append({
    companyId: input.companyId,
    relationship,
    method,
    body: { kind: input.restricted ? 'restricted' : 'unrestricted', actor, method },
  });
}
