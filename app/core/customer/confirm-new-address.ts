import type { CustomerId } from '#schema/ids.ts';
import { writeFields } from '../profile/write-fields.ts';
import type { Core } from '../shared/core.ts';
import type { DraftedMail } from '../sign-in/draft-mail.ts';
import { draftNotice } from '../sign-in/draft-notice.ts';
import { replaceSession } from '../sign-in/open-session.ts';
import { customerPrincipal } from '../sign-in/principal.ts';
import { PROOF_PURPOSES } from '../sign-in/proof.ts';
import { isLive, type OpenedSession, type Session } from '../sign-in/session.ts';
import { SignInError } from '../sign-in/sign-in-error.ts';
import { findLiveAccount } from '../sign-in/sign-in-with-proof.ts';
import { assertOpenLink, readLink, useLink } from '../sign-in/use-proof.ts';
import { deliverMail } from '../vault/doors/deliver-mail.ts';
import { openOwnProof } from '../vault/doors/open-proof.ts';
import { NewAddress } from './change-address.ts';

/**
 * The new address holds from here on. Only the signed-in customer may press
 * the button: with a mistyped address, its owner must not get the account.
 * Other sessions end, whatever was mailed to the old address is void, and the
 * old address is told.
 *
 * @throws SignInError of the link, `link-foreign`, `address-taken` (another account confirmed that address)
 */
export async function confirmNewAddress(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  input: { readonly token: string; readonly customerId: CustomerId; readonly session: Session },
): Promise<OpenedSession> {
  const { customerId } = input;
  const principal = customerPrincipal(customerId);
  const { state, proof } = await readLink(core, input.token, ['change-address']);
  if (proof && proof.principal !== principal) throw new SignInError('link-foreign');
  assertOpenLink(state);
  if (!proof?.payload.sealed) throw new SignInError('link-broken');
  const { email } = NewAddress.parse(await openOwnProof(core, customerId, proof.id, proof.payload.sealed));
  const notice = await draftToOldAddress(core, customerId);
  const emailIndex = core.keys.blindIndex('email', email);
  const at = core.world.now();
  try {
    return await core.storage.transact(async (tx) => {
      const session = await tx.signIn.findSession(input.session.idHash);
      if (session?.principal !== principal || !isLive(session, at)) throw new SignInError('link-foreign');
      await useLink(tx, input.token, 'change-address', at);
      await tx.customer.setEmailIndex(customerId, emailIndex);
      await writeFields(core, tx, customerId, new Map([['email' as const, email]]), at, 'customer');
      const how = `button behind a link to the new address; asked ${proof.createdAt}; pressed ${at}`;
      await tx.customer.verify(customerId, { channel: 'email', verifiedAt: at, how });
      await tx.signIn.closeProofs(principal, PROOF_PURPOSES, at);
      await tx.mailLink.endOfCustomer(customerId, at);
      await tx.mailRefusal.clear(customerId);
      if (notice) await tx.job.insert(notice, at);
      await tx.signIn.deleteSessionsOf(principal);
      await tx.signIn.forgetDevices(principal, at.slice(0, 10));
      return replaceSession(core, tx, session, at, at);
    });
  } catch (error) {
    if (core.storage.isUniqueViolation(error)) throw new SignInError('address-taken', {}, { cause: error });
    throw error;
  }
}

/** To the address that holds no more: whoever took the account over must not have the last word. */
async function draftToOldAddress(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  customerId: CustomerId,
): Promise<DraftedMail | undefined> {
  const account = await findLiveAccount(core.storage.read, customerPrincipal(customerId));
  const oldAddress = account && (await deliverMail(core, customerId));
  return account && oldAddress ? draftNotice(core, account, 'address-changed', oldAddress) : undefined;
}
