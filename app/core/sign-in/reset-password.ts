import { draftNotice } from './draft-notice.ts';
import { openSession } from './open-session.ts';
import { checkPassword, normalisePassword } from './password.ts';
import type { PasswordCore } from './set-password.ts';
import { SignInError } from './sign-in-error.ts';
import { findLiveAccount, type SignedIn } from './sign-in-with-proof.ts';
import { assertOpenLink, readLink, useLink } from './use-proof.ts';

/**
 * The link proves the address, exactly as a mailed code would; nothing else is
 * skipped. A refused password leaves the link usable. All sessions end.
 *
 * @throws SignInError of the link or of the password
 */
export async function resetPassword(
  core: PasswordCore,
  input: { readonly token: string; readonly password: string },
): Promise<SignedIn> {
  const { state, proof } = await readLink(core, input.token, ['reset-password']);
  assertOpenLink(state);
  checkPassword(input.password);
  const account = proof && (await findLiveAccount(core.storage.read, proof.principal));
  if (!account) throw new SignInError('link-broken');
  const { principal } = account;
  const hash = await core.passwords.hash(normalisePassword(input.password));
  const notice = await draftNotice(core, account, 'password-changed');
  const at = core.world.now();
  return core.storage.transact(async (tx) => {
    await useLink(tx, input.token, 'reset-password', at);
    await tx.signIn.savePassword({ principal, hash, updatedAt: at });
    await tx.signIn.deleteSessionsOf(principal);
    await tx.signIn.forgetDevices(principal, at.slice(0, 10));
    await tx.signIn.closeProofs(principal, ['sign-in', 'step-up', 'reset-password'], at);
    await tx.job.insert(notice, at);
    return {
      account,
      to: null,
      opened: await openSession(core, tx, { principal, remember: false, steppedUp: true }, at),
    };
  });
}
