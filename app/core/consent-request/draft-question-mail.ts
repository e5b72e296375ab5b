import type { ConsentRequestId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { findStandings } from '../permission/find-standings.ts';
import { isAdvertising } from '../purpose/is-advertising.ts';
import type { Relationship } from '../relationship/relationship.ts';
import type { Core } from '../shared/core.ts';
import type { Writers } from '../shared/storage.ts';
import { type DraftedMail, draftMail } from '../sign-in/draft-mail.ts';
import { customerAccount } from '../sign-in/find-account.ts';
import { questionEnd } from './consent-request.ts';

/**
 * A mail that says "there is a question" is advertising itself (wide notion of
 * the courts): drafted only where this person has said yes to advertising by
 * e-mail from this company and it may be sent right now. The exception for
 * existing customers (UWG § 7(3)) covers similar products, not questions.
 * Undefined: it may not.
 */
export async function draftQuestionMail(
  core: Pick<Core, 'keys' | 'world'>,
  tx: Writers,
  relationship: Relationship,
  requestId: ConsentRequestId,
  at: Instant,
): Promise<DraftedMail | undefined> {
  const customer = await tx.customer.find(relationship.customerId);
  const mayMail = (await findStandings(tx, relationship, at)).some(
    ({ purpose, permission, current, granted }) =>
      purpose.basis === 'consent' &&
      permission.allowed &&
      permission.channels.includes('email') &&
      isAdvertising((granted ?? current).content),
  );
  if (!customer || !mayMail) return undefined;
  const { principal, keyId } = customerAccount(customer);
  const { language } = customer;
  const order = {
    template: 'question',
    to: principal,
    language,
    companyId: relationship.companyId,
    linkPath: '/me/questions',
    goodUntil: questionEnd(at),
  } as const;
  return draftMail(core, order, keyId, { token: requestId });
}
