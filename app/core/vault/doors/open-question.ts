import { QuestionText } from '#schema/consent-request.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { ConsentRequest } from '../../consent-request/consent-request.ts';
import { NotFoundError } from '../../shared/app-error.ts';
import type { Core } from '../../shared/core.ts';
import { openJson } from '../open.ts';
import { consentRequestPlace, evidenceKeyId } from '../places.ts';

/**
 * Door 1 of 5 again: what a company's question says, for the customer who was
 * asked. Undefined after the evidence was shredded.
 */
export async function openOwnQuestion(
  core: Pick<Core, 'keys'>,
  customerId: CustomerId,
  { id, relationshipId, customerId: asked, sealed }: ConsentRequest,
): Promise<QuestionText | undefined> {
  if (asked !== customerId) throw new NotFoundError();
  const key = await core.keys.find(evidenceKeyId(relationshipId));
  return key && QuestionText.parse(openJson(key, consentRequestPlace(id), sealed));
}
