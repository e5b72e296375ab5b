import type { CompanyId, CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { DecisionContext } from '../consent/apply-decision.ts';
import { takeBackInside } from '../consent/take-back-inside.ts';
import { deleteDialogue } from '../erasure/delete-rows.ts';
import { orderForgetting } from '../erasure/forget-dialogue.ts';
import { readProofEnd } from '../erasure/read-proof-end.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { openRecallInside } from '../recall/open-recall.ts';
import type { Recall } from '../recall/recall.ts';
import { narrowFacts } from '../segment/refresh-facts.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { wasDone } from '../shared/idempotency-store.ts';
import type { Relationship } from './relationship.ts';
import { stopInside } from './stop-list.ts';

export interface EndedRelationship {
  readonly relationship: Relationship;
  readonly endedAt: Instant;
  readonly proofUntil: Instant;
  /** Undefined: the company never received anything. */
  readonly recall: Recall | undefined;
}

/**
 * The customer leaves one company: whatever runs is taken back, the
 * relationship ends, the company is told to delete what it received and must
 * not enter the person again by itself. Coming back begins a new one. Never
 * refused, no reason asked; undefined: this very form was carried out before.
 *
 * @throws NotFoundError when there is nothing to end
 */
export function endRelationship(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  input: { readonly customerId: CustomerId; readonly companyId: CompanyId },
  context: DecisionContext,
): Promise<EndedRelationship | undefined> {
  const { intent, ...each } = context;
  return core.sequencer.submit(async (act) => {
    const { tx, at } = act;
    if (intent) {
      if (await wasDone(tx.idempotency, intent)) return undefined;
      await tx.idempotency.insert({ ...intent, outcome: 'ended' }, at);
    }
    const customer = await tx.customer.find(input.customerId);
    const relationship = await tx.relationship.findLive(input.customerId, input.companyId);
    if (!customer || !relationship) throw new NotFoundError();
    const ended = await endInside(core, act, relationship, each, 'ended');
    await narrowFacts(tx, customer, at);
    return ended;
  });
}

/** The same inside a running act, for one of several; the facts in clear are the caller's. */
export async function endInside(
  core: Pick<Core, 'keys' | 'world'>,
  act: ActContext,
  relationship: Relationship,
  context: DecisionContext,
  kind: 'ended' | 'erased',
): Promise<EndedRelationship> {
  const { tx, at, append } = act;
  const { actor, method } = context;
  await takeBackInside(act, relationship, context);
  const proofUntil = await readProofEnd(core, tx, relationship, at);
  await tx.relationship.end(relationship.id, at, proofUntil);
  await deleteDialogue(tx, relationship.id);
  await orderForgetting(core, act, relationship.id);
  append({ companyId: relationship.companyId, relationship, method, body: { kind: 'ended', actor, method } });
  const recall = await openRecallInside(act, { relationship, kind, purposeId: null, fields: null });
  await stopInside(core, tx, { ...relationship, endedAt: at });
  return { relationship, endedAt: at, proofUntil, recall };
}
