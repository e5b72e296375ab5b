import type { CompanyId, CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Core } from '../shared/core.ts';
import type { Writers } from '../shared/storage.ts';
import { openSession } from '../sign-in/open-session.ts';
import { findPrincipalId } from '../sign-in/principal.ts';
import type { OpenedSession, Session } from '../sign-in/session.ts';
import { SignInError } from '../sign-in/sign-in-error.ts';
import { type LinkState, readLink, useLink } from '../sign-in/use-proof.ts';
import { openOwnProof } from '../vault/doors/open-proof.ts';

export interface ConfirmedAddress {
  readonly customerId: CustomerId;
  /** True when this confirmation opened the account. */
  readonly wasNew: boolean;
  readonly companyId: CompanyId | null;
  /** The text of the evidence, as each yes will cite it. */
  readonly how: string;
  readonly opened: OpenedSession;
}

export interface ConfirmInput {
  readonly token: string;
  readonly replaces?: Session | null | undefined;
}

/**
 * For the page behind the link, and for reading what waits before acting on
 * it. Changes nothing: mail scanners open links.
 */
export async function peekConfirmation(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  token: string,
): Promise<{ readonly state: LinkState; readonly companyId: CompanyId | null; readonly pending: unknown }> {
  const { state, proof } = await readLink(core, token, ['confirm-address']);
  const who = proof && findPrincipalId(proof.principal);
  const companyId = (proof?.payload.companyId ?? null) as CompanyId | null;
  if (state !== 'open' || who?.kind !== 'customer' || !proof?.payload.sealed)
    return { state, companyId, pending: undefined };
  return { state, companyId, pending: await openOwnProof(core, who.id, proof.id, proof.payload.sealed) };
}

/** The button behind the link. @throws SignInError `link-broken`, `link-used`, `link-expired` */
export async function confirmAddress(
  core: Pick<Core, 'storage' | 'world'>,
  input: ConfirmInput,
): Promise<ConfirmedAddress> {
  const at = core.world.now();
  return core.storage.transact((tx) => confirmAddressWithin(core, tx, input, at));
}

/**
 * The same inside a running transaction, so that what waited for the
 * confirmation is written with it or not at all. Writes only through `tx`.
 */
export async function confirmAddressWithin(
  core: Pick<Core, 'world'>,
  tx: Writers,
  { token, replaces }: ConfirmInput,
  at: Instant,
): Promise<ConfirmedAddress> {
  const proof = await useLink(tx, token, 'confirm-address', at);
  const who = findPrincipalId(proof.principal);
  const customer = who?.kind === 'customer' ? await tx.customer.find(who.id) : undefined;
  if (!customer || customer.status === 'left') throw new SignInError('link-expired');
  const wasNew = await tx.customer.confirm(customer.id, at);
  if (wasNew) {
    for (const { id, restrictedAt } of await tx.relationship.ofCustomer(customer.id)) {
      if (restrictedAt === null && customer.restrictedAt === null)
        await tx.relationship.setBlocked(id, false);
    }
  }
  const how = `button behind a mailed link; asked ${proof.createdAt}; mail ${proof.payload.mail ?? ''}; pressed ${at}`;
  await tx.customer.verify(customer.id, { channel: 'email', verifiedAt: at, how });
  if (replaces) await tx.signIn.deleteSession(replaces.principal, replaces.idHash);
  const wish = { principal: proof.principal, remember: false, steppedUp: true };
  const opened = await openSession(core, tx, wish, at);
  return {
    customerId: customer.id,
    wasNew,
    companyId: proof.payload.companyId as CompanyId | null,
    how,
    opened,
  };
}
