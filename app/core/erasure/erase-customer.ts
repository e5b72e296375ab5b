import type { CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { DecisionContext } from '../consent/apply-decision.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import type { Recall } from '../recall/recall.ts';
import { endInside } from '../relationship/end-relationship.ts';
import { emailStopHash, ownAddress } from '../relationship/stop-list.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { deleteRowsOfCustomer } from './delete-rows.ts';
import {
  createFarewellKey,
  type Farewell,
  forgetFarewell,
  insertFarewell,
  type LeftCompany,
} from './farewell.ts';
import { finishErasure } from './finish-erasure.ts';

export interface ErasedAccount {
  readonly at: Instant;
  /** The last proof of a permission goes then; null: nothing was kept. */
  readonly proofUntil: Instant | null;
  readonly recalls: readonly Recall[];
}

/**
 * The customer leaves the portal. Crash order: (1) one act of the log ends
 * every relationship, tells the companies, removes every row and notes that an
 * erasure has begun; before its commit nothing happened. (2) The keys are
 * shredded. (3) What is kept as proof is cut off from the account, whose row
 * goes. A crash after (1) leaves sealed bytes nobody reads, and the note, from
 * which the next start goes on.
 *
 * @throws NotFoundError when the account is gone already
 */
export async function eraseCustomer(
  core: Pick<Core, 'storage' | 'sequencer' | 'keys' | 'world'>,
  customerId: CustomerId,
  context: DecisionContext,
): Promise<ErasedAccount> {
  const keyId = context.actor.kind === 'customer' ? await createFarewellKey(core) : undefined;
  const { farewell, ...erased } = await core.sequencer
    .submit(async (act) => {
      const inside = await eraseInside(core, act, customerId, context);
      if (keyId && inside.farewell) await insertFarewell(core, act, keyId, inside.farewell);
      return inside;
    })
    .catch(async (error: unknown) => {
      if (keyId) await forgetFarewell(core, keyId);
      throw error;
    });
  if (keyId && !farewell) await forgetFarewell(core, keyId);
  await finishErasure(core, customerId);
  return erased;
}

/** With what the last mail says; undefined: there is no address that was ever confirmed. */
interface ErasedInside extends ErasedAccount {
  readonly farewell: Farewell | undefined;
}

export async function eraseInside(
  core: Pick<Core, 'keys' | 'world'>,
  act: ActContext,
  customerId: CustomerId,
  { actor, method, source, language }: DecisionContext,
): Promise<ErasedInside> {
  const { tx, at, append } = act;
  const customer = await tx.customer.find(customerId);
  const relationships = await tx.relationship.allOfCustomer(customerId);
  const running = relationships.some(({ endedAt }) => endedAt === null);
  if (!customer || (customer.status === 'left' && !running)) throw new NotFoundError();
  const email = await ownAddress(core, tx, customerId);
  const recalls: Recall[] = [];
  const companies: LeftCompany[] = [];
  for (const relationship of relationships) {
    const { id, companyId, endedAt } = relationship;
    const ended = endedAt
      ? undefined
      : await endInside(core, act, relationship, { actor, method, source, language }, 'erased');
    if (ended?.recall) recalls.push(ended.recall);
    const until = ended?.proofUntil ?? (await tx.relationship.proofUntil(id)) ?? at;
    const told = ended?.recall !== undefined;
    companies.push({ companyId, proofUntil: until > at ? until : null, told });
    // Whoever comes with this address while the proof is kept can be shown it.
    if (email) await tx.relationship.setLeaverIndex(id, emailStopHash(core, companyId, email));
    append({ companyId, relationship, body: ERASED });
  }
  if (relationships.length === 0) append({ companyId: null, relationship: null, body: ERASED });
  await deleteRowsOfCustomer(tx, customer, relationships, email);
  await tx.customer.leave(customerId);
  await tx.erasure.begin(customerId, at);
  const proofUntil =
    companies
      .flatMap((one) => one.proofUntil ?? [])
      .sort()
      .at(-1) ?? null;
  const farewell =
    email !== undefined && customer.status === 'active'
      ? { address: email, language: customer.language, companies }
      : undefined;
  return { at, proofUntil, recalls, farewell };
}

const ERASED = { kind: 'erased', facts: {} } as const;
