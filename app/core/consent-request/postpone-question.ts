import type { ConsentRequestId, CustomerId } from '#schema/ids.ts';
import { NotFoundError } from '../shared/app-error.ts';
import { addMs, DAY_MS } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import { questionEnd, questionState } from './consent-request.ts';
import { ConsentRequestError } from './consent-request-error.ts';

/**
 * "Later": the question is gone until then and comes back once. The company
 * learns nothing of it.
 *
 * @throws NotFoundError for somebody else's question
 * @throws ConsentRequestError `question-over`: answered or ended meanwhile, or put off before
 */
export function postponeQuestion(
  core: Pick<Core, 'sequencer'>,
  input: { readonly customerId: CustomerId; readonly id: ConsentRequestId; readonly days: number },
): Promise<void> {
  return core.sequencer.submit(async ({ tx, at }) => {
    const request = await tx.consentRequest.find(input.id);
    if (!request || request.customerId !== input.customerId || request.heldBack) throw new NotFoundError();
    if (questionState(request, at) !== 'open' || request.laterUntil)
      throw new ConsentRequestError('question-over');
    const until = addMs(at, input.days * DAY_MS);
    await tx.consentRequest.postpone(request.id, until, questionEnd(until));
  });
}
