import type { Actor, DecisionMethod } from '#schema/consent.ts';
import type { CompanyId, CustomerId, RelationshipId, SubjectId } from '#schema/ids.ts';
import { applyDecision } from '../consent/apply-decision.ts';
import { isUnderAge } from '../customer/age.ts';
import type { Customer } from '../customer/customer.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { recordedPreference } from '../preference/effective-preference.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { evidenceKeyId } from '../vault/places.ts';
import type { Relationship } from './relationship.ts';
import { unstopInside } from './stop-list.ts';

export interface ConnectInput {
  readonly customerId: CustomerId;
  readonly companyId: CompanyId;
  /** How it began: `join`, `directory`. */
  readonly source: string;
}

/**
 * Begins a relationship; connecting twice answers the running one. Nothing is
 * permitted by it: consents start off, an objection purpose runs as its page says,
 * and not even that for somebody who comes back.
 */
export async function connectCompany(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  input: ConnectInput,
): Promise<Relationship> {
  const id = await newRelationshipId(core);
  return core.sequencer.submit(async (act) => {
    const customer = await act.tx.customer.find(input.customerId);
    if (!customer || customer.status === 'left') throw new NotFoundError();
    return connectInside(core, act, customer, input, id, { kind: 'customer', name: '' }, 'web');
  });
}

/** The id of a relationship to come, its evidence key already durable: an orphan when the act fails. */
export async function newRelationshipId(core: Pick<Core, 'keys' | 'world'>): Promise<RelationshipId> {
  const id = core.world.newId() as RelationshipId;
  await core.keys.create(evidenceKeyId(id));
  return id;
}

export async function connectInside(
  core: Pick<Core, 'keys' | 'world'>,
  act: ActContext,
  customer: Customer,
  input: ConnectInput,
  id: RelationshipId,
  actor: Actor,
  method: DecisionMethod,
): Promise<Relationship> {
  const { tx, at, append } = act;
  const running = await tx.relationship.findLive(customer.id, input.companyId);
  if (running) return running;
  const company = await tx.company.find(input.companyId);
  if (!company) throw new NotFoundError();
  const before = await tx.relationship.allOfCustomer(customer.id);
  const byDefault = await tx.preference.find(customer.id, null);
  const own = await tx.preference.find(customer.id, input.companyId);
  const relationship: Relationship = {
    id,
    customerId: customer.id,
    companyId: input.companyId,
    // A new one each time: a company cannot link a returning person to the old file.
    subject: core.world.newId() as SubjectId,
    factId: customer.factId,
    source: input.source,
    seq: 0,
    lastLeaf: null,
    pausedUntil: recordedPreference(own, byDefault).pausedUntil,
    blocked: customer.status !== 'active' || customer.restrictedAt !== null,
    underAge: isUnderAge(customer.age, company.profile.jurisdiction),
    restrictedAt: null,
    createdAt: at,
    endedAt: null,
  };
  await tx.relationship.insert(relationship);
  const stopped = await unstopInside(core, tx, customer.id, input.companyId);
  append({ companyId: input.companyId, relationship, method, body: { kind: 'connected', actor, method } });
  const preference = recordedPreference(own, byDefault);
  if (Object.values(preference).some((wish) => wish !== null)) {
    // What was chosen before for all companies holds for this one from the start: its chain must say so.
    append({
      companyId: input.companyId,
      relationship,
      method,
      body: { kind: 'preference', preference, actor, method },
    });
  }
  if (stopped || before.some(({ companyId }) => companyId === input.companyId))
    await keepStopped(act, relationship);
  return relationship;
}

/**
 * Leaving ended what runs without a yes as well. Coming back starts none of it
 * anew: a stop holds until the person lifts it (GDPR Art. 21(3)).
 */
async function keepStopped(act: ActContext, relationship: Relationship): Promise<void> {
  for (const { purpose } of await act.tx.purpose.current(relationship.companyId)) {
    if (purpose.basis !== 'objection') continue;
    await applyDecision(act, relationship, purpose, { type: 'no' }, RETURNED);
  }
}

const RETURNED = {
  actor: { kind: 'system', name: '' },
  method: 'system',
  source: 'returned',
  language: null,
} as const;
