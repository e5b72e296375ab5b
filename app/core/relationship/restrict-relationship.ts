import type { Actor, DecisionMethod } from '#schema/consent.ts';
import type { CompanyId, CustomerId } from '#schema/ids.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { openRecallInside } from '../recall/open-recall.ts';
import type { Recall } from '../recall/recall.ts';
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
  return core.sequencer.submit(async (act) => void (await restrictInside(act, input, actor, method)));
}

/** @returns what the company is told for the data it has received already (Art. 19) */
export async function restrictInside(
  act: ActContext,
  input: RestrictInput,
  actor: Actor,
  method: DecisionMethod,
): Promise<Recall | undefined> {
  const { tx, at, append } = act;
  const customer = await tx.customer.find(input.customerId);
  const relationship = await tx.relationship.findLive(input.customerId, input.companyId);
  if (!customer || !relationship) throw new NotFoundError();
  if ((relationship.restrictedAt !== null) === input.restricted) return undefined;
  await tx.relationship.restrict(relationship.id, input.restricted ? at : null);
  const free = !input.restricted && customer.status === 'active' && customer.restrictedAt === null;
  await tx.relationship.setBlocked(relationship.id, !free);
  append({
    companyId: input.companyId,
    relationship,
    method,
    body: { kind: input.restricted ? 'restricted' : 'unrestricted', actor, method },
  });
  if (input.restricted)
    return openRecallInside(act, { relationship, kind: 'restricted', purposeId: null, fields: null });
  for (const { id, kind, state } of await tx.recall.ofRelationship(relationship.id)) {
    if (kind === 'restricted' && state === 'told')
      await tx.recall.close(id, { state: 'called-off', at, by: null, ledgerIndex: null });
  }
  return undefined;
}
