import type { ActContext } from '../ledger/sequencer.ts';
import { endInside } from '../relationship/end-relationship.ts';
import { narrowFacts } from '../segment/refresh-facts.ts';
import type { Core } from '../shared/core.ts';
import type { Staff } from '../staff/staff.ts';
import { addEvent, checkText } from './add-event.ts';
import { methodOf } from './begin-request.ts';
import { changeRequest, type StepInput } from './change-request.ts';
import { checkFiles, type SentFile } from './check-files.ts';
import type { RightsRequest } from './request.ts';
import { RequestError } from './request-error.ts';
import { mailCustomer } from './request-mails.ts';

export interface AnswerInput extends StepInput {
  readonly by: Staff;
  /** `refused` needs its reason in the text; the page adds the authority and the courts. */
  readonly outcome: 'done' | 'refused';
  readonly text: string;
  readonly files: readonly SentFile[];
  /** Of an erasure that is done: everything at this company is deleted, so the relationship ends. */
  readonly endsRelationship?: boolean;
}

/**
 * The officer's answer ends the clock. While something must stay, an erasure
 * cannot be called done: the hold is ended first, or it is refused with its reason.
 */
export async function answerRequest(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  { outcome, by, endsRelationship = false, ...input }: AnswerInput,
): Promise<void> {
  const text = checkText(input.text);
  const files = checkFiles(input.files);
  await changeRequest(core, { ...input, by }, async (act, request) => {
    const erased = outcome === 'done' && request.kind === 'erasure';
    if (erased && request.hold !== null) throw new RequestError('request-held');
    const closed = { ...request, state: outcome, closedAt: act.at };
    await act.tx.request.update(closed);
    await addEvent(core, act, closed, { kind: outcome, by, text, files });
    if (erased && endsRelationship) await endRelationshipOf(core, act, request, by);
    await mailCustomer(core, act, closed, 'request-answered');
  });
}

/** As if the customer had left this company: grants end, the company is told to delete what it received. */
async function endRelationshipOf(
  core: Pick<Core, 'keys' | 'world'>,
  act: ActContext,
  { relationshipId, origin }: RightsRequest,
  { pseudonym }: Staff,
): Promise<void> {
  const { tx, at } = act;
  const relationship = relationshipId && (await tx.relationship.find(relationshipId));
  if (!relationship || relationship.endedAt !== null) return;
  const actor = { kind: 'staff', name: pseudonym } as const;
  const context = { actor, method: methodOf(origin), source: 'erasure-request', language: null };
  await endInside(core, act, relationship, context, 'ended');
  const customer = await tx.customer.find(relationship.customerId);
  if (customer) await narrowFacts(tx, customer, at);
}
