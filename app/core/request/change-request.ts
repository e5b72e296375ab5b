import type { CustomerId, RequestId } from '#schema/ids.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { type Intent, wasDone } from '../shared/idempotency-store.ts';
import type { Staff } from '../staff/staff.ts';
import type { RightsRequest } from './request.ts';
import { RequestError } from './request-error.ts';

/** What every step on a request says: which one, whose step it is, and the form that was sent. */
export interface StepInput {
  readonly requestId: RequestId;
  readonly by: Staff | { readonly customerId: CustomerId };
  readonly intent?: Intent | undefined;
}

/**
 * One step on an open request, once for each form: read again inside, done by
 * its own company's officer or by the person who asked; anybody else's is absent.
 *
 * @throws RequestError `request-closed`; NotFoundError for foreign and unknown ones
 */
export function changeRequest(
  core: Pick<Core, 'sequencer'>,
  { requestId, by, intent }: StepInput,
  step: (act: ActContext, request: RightsRequest) => Promise<void>,
): Promise<void> {
  return core.sequencer.submit(async (act) => {
    const { tx, at } = act;
    const request = await tx.request.find(requestId);
    if (!request || !(await isTheirs(act, request, by))) throw new NotFoundError();
    if (intent) {
      if (await wasDone(tx.idempotency, intent)) return;
      await tx.idempotency.insert({ ...intent, outcome: request.id }, at);
    }
    if (request.state !== 'open') throw new RequestError('request-closed');
    await step(act, request);
  });
}

async function isTheirs({ tx }: ActContext, request: RightsRequest, by: StepInput['by']): Promise<boolean> {
  if ('roles' in by) return by.companyId === request.companyId && by.roles.includes('officer');
  const relationship = request.relationshipId && (await tx.relationship.find(request.relationshipId));
  return relationship?.customerId === by.customerId;
}
