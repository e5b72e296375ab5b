import type { CompanyId, CustomerId } from '#schema/ids.ts';
import type { Customer } from '../customer/customer.ts';
import { addMs, DAY_MS } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import { hashSecret } from '../sign-in/hash-secret.ts';
import { SignInError } from '../sign-in/sign-in-error.ts';
import type { MailLink } from './mail-link-store.ts';

/** A mail that somebody kept for a season still stops what it came from. */
export const MAIL_LINK_MS = 90 * DAY_MS;

export type MailLinkState = 'open' | 'expired' | 'broken';

export interface ReadMailLink {
  readonly state: MailLinkState;
  /** Absent when `broken`. */
  readonly found: { readonly link: MailLink; readonly customer: Customer } | undefined;
}

/**
 * The link of one mail, stored by its hash when the mail leaves. The token
 * follows from the mail's id under the portal's index key: sent once more
 * after a crash, the mail carries the same one, and it is kept nowhere.
 *
 * @returns the token
 */
export async function ensureMailLink(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  mail: {
    readonly id: string;
    readonly template: string;
    readonly customerId: CustomerId;
    readonly companyId: CompanyId | null;
  },
): Promise<string> {
  const token = core.keys.blindIndex('mail-link', mail.id);
  const createdAt = core.world.now();
  const { customerId, companyId, template } = mail;
  const link: MailLink = {
    tokenHash: hashSecret(token),
    customerId,
    companyId,
    template,
    createdAt,
    expiresAt: addMs(createdAt, MAIL_LINK_MS),
    endedAt: null,
  };
  await core.storage.transact((tx) => tx.mailLink.ensure(link));
  return token;
}

/** How the link stands; changes nothing. After leaving there is nobody whose link it could be. */
export async function readMailLink(
  core: Pick<Core, 'storage' | 'world'>,
  token: string,
): Promise<ReadMailLink> {
  const { mailLink, customer } = core.storage.read;
  const link = /^[0-9a-f]{64}$/.test(token) ? await mailLink.find(hashSecret(token)) : undefined;
  const owner = link && (await customer.find(link.customerId));
  if (!link || owner?.status !== 'active') return { state: 'broken', found: undefined };
  const over = link.endedAt !== null || link.expiresAt <= core.world.now();
  return { state: over ? 'expired' : 'open', found: { link, customer: owner } };
}

/** @throws SignInError `link-broken`, `link-expired` */
export async function requireMailLink(
  core: Pick<Core, 'storage' | 'world'>,
  token: string,
): Promise<{ readonly link: MailLink; readonly customer: Customer }> {
  const { state, found } = await readMailLink(core, token);
  if (state !== 'open' || !found) throw new SignInError(`link-${state === 'open' ? 'broken' : state}`);
  return found;
}
