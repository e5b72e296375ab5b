import type { ActContext } from '../ledger/sequencer.ts';
import type { Core } from '../shared/core.ts';
import { draftMail, type MailTemplate } from '../sign-in/draft-mail.ts';
import { customerPrincipal, staffPrincipal } from '../sign-in/principal.ts';
import { PORTAL_KEY_ID, profileKeyId } from '../vault/places.ts';
import type { RightsRequest } from './request.ts';

type CustomerTemplate = Extract<
  MailTemplate,
  'request-received' | 'request-extended' | 'request-answered' | 'request-message'
>;
type OfficerTemplate = Extract<MailTemplate, 'request-new' | 'request-due'>;

/** Mails about requests say that something is there and until when; what it is stands in the portal alone. */
export async function mailCustomer(
  core: Pick<Core, 'keys' | 'world'>,
  { tx, at }: ActContext,
  request: RightsRequest,
  template: CustomerTemplate,
): Promise<void> {
  const relationship = request.relationshipId && (await tx.relationship.find(request.relationshipId));
  const customer = relationship && (await tx.customer.find(relationship.customerId));
  if (!customer || customer.status === 'left') return;
  const order = orderOf(request, template, customerPrincipal(customer.id), customer.language, '/me/rights');
  await tx.job.insert(await draftMail(core, order, profileKeyId(customer.id), { token: request.id }), at);
}

/** To every officer of the company: whoever is there first takes it. */
export async function mailOfficers(
  core: Pick<Core, 'keys' | 'world'>,
  { tx, at }: Pick<ActContext, 'tx' | 'at'>,
  request: RightsRequest,
  template: OfficerTemplate,
): Promise<void> {
  for (const staff of await tx.staff.ofCompany(request.companyId)) {
    if (staff.endedAt !== null || !staff.roles.includes('officer')) continue;
    const to = staffPrincipal(staff.id);
    const order = orderOf(request, template, to, staff.language, '/officer/requests');
    await tx.job.insert(await draftMail(core, order, PORTAL_KEY_ID, { token: request.id }), at);
  }
}

function orderOf<To extends string, Language>(
  { companyId, dueOn }: RightsRequest,
  template: MailTemplate,
  to: To,
  language: Language,
  linkPath: string,
) {
  // The page behind the link asks for a sign-in: its last part is the request, no secret.
  return { template, to, language, companyId, linkPath, goodUntil: null, day: dueOn };
}
