import type { CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Readers } from '../shared/storage.ts';
import { type ConsentRequest, questionState } from './consent-request.ts';

/** More questions than this nobody is asked in a year by the companies of one portal. */
const MOST = 200;

/**
 * What a customer is asked at `at`, newest first: the only place that prompts.
 * A question that was answered anywhere, put off, held back or ended is none;
 * neither is one whose company or purpose is gone, or whose yes would be refused.
 *
 * @param quiet leaves out what a pause silences: for the home page
 */
export async function findOpenQuestions(
  read: Pick<Readers, 'consentRequest' | 'relationship' | 'purpose'>,
  customerId: CustomerId,
  at: Instant,
  { quiet = false }: { readonly quiet?: boolean } = {},
): Promise<ConsentRequest[]> {
  const open: ConsentRequest[] = [];
  for (const request of await read.consentRequest.ofCustomer(customerId, MOST)) {
    if (questionState(request, at) !== 'open') continue;
    const relationship = await read.relationship.find(request.relationshipId);
    const purpose = await read.purpose.find(request.purposeId);
    if (!relationship || relationship.endedAt || relationship.blocked || relationship.underAge) continue;
    if (!purpose || (purpose.retiredAt && purpose.retiredAt <= at)) continue;
    if (quiet && relationship.pausedUntil && relationship.pausedUntil > at) continue;
    open.push(request);
  }
  return open;
}
