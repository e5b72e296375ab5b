import { randomUUID } from 'node:crypto';
import { grantConsent } from '#app/core/consent/grant-consent.ts';
import { ensureMailLink } from '#app/core/mail/mail-link.ts';
import { saveFields } from '#app/core/profile/save-fields.ts';
import type { CompanyId, CustomerId } from '#schema/ids.ts';
import { type CustomerVisit, freshCustomer } from '#tests/support/customer-visit.ts';
import { FULL_PROFILE, WEB } from '#tests/support/lived-portal.ts';
import type { TestPortal } from '#tests/support/test-portal.ts';

/** The token of a mail to this customer, as the mail sender makes it; of one company's mail, or of the portal's. */
export async function mailedToken(
  { services }: TestPortal,
  customerId: CustomerId,
  company?: string,
): Promise<string> {
  const { core } = services;
  const found = company === undefined ? undefined : await core.storage.read.company.findBySlug(company);
  const companyId: CompanyId | null = found?.id ?? null;
  return ensureMailLink(core, { id: core.world.newId(), template: 'receipt', customerId, companyId });
}

/** Presses a button on the page behind a link, with no cookie at all. */
export function press(
  portal: TestPortal,
  token: string,
  fields: Readonly<Record<string, string>>,
  cookie?: string,
): Promise<Response> {
  return portal.post(`/mail/${token}`, cookie, { 'intent-id': randomUUID(), ...fields });
}

/** The mail program's own button: from nowhere, with no cookie and no origin. */
export function oneClick(
  portal: TestPortal,
  token: string,
  headers: Readonly<Record<string, string>> = {},
  body = 'List-Unsubscribe=One-Click',
): Promise<Response> {
  return portal.request(`/mail/${token}/one-click`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
}

export interface MailCustomer extends CustomerVisit {
  readonly email: string;
}

const GRANTED = [
  ['alpenrad', 'newsletter'],
  ['alpenrad', 'service-reminder'],
  ['rheinstrom', 'energy-tips'],
] as const;

/** Connected with two companies, with a yes to news and to a service at the first, and to tips at the other. */
export async function newMailCustomer(portal: TestPortal): Promise<MailCustomer> {
  const email = `mail-${randomUUID()}@beispiel.at`;
  const visit = await freshCustomer(portal, email, ['alpenrad', 'rheinstrom']);
  const { core } = portal.services;
  const { customerId } = visit;
  await saveFields(core, customerId, FULL_PROFILE);
  for (const [slug, name] of GRANTED) {
    const company = await core.storage.read.company.findBySlug(slug);
    const all = company ? await core.storage.read.purpose.current(company.id) : [];
    const found = all.find(({ purpose }) => purpose.slug === name);
    if (!company || !found) throw new Error(`no ${slug}/${name}`);
    const { version, purpose } = found;
    const fields = version.content.fields.filter(({ required }) => required).map(({ field }) => field);
    const choice = { fields, channels: version.content.channels };
    const which = { customerId, companyId: company.id, purposeId: purpose.id };
    await grantConsent(core, { ...which, versionId: version.id, choice }, WEB);
  }
  return { ...visit, email };
}
