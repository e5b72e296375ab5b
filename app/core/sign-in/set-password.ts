import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { draftNotice } from './draft-notice.ts';
import { replaceSession } from './open-session.ts';
import { checkPassword, normalisePassword, type PasswordHasher } from './password.ts';
import { isLive, type OpenedSession, type Session } from './session.ts';
import { SignInError } from './sign-in-error.ts';
import { findLiveAccount } from './sign-in-with-proof.ts';
import { assertSteppedUp } from './step-up.ts';

export type PasswordCore = Pick<Core, 'storage' | 'keys' | 'world'> & { readonly passwords: PasswordHasher };

/**
 * First password or another one. All sessions end in the same transaction;
 * this one goes on under a new id. The account is told by mail.
 *
 * @throws SignInError `step-up-needed`, `password-short`, `password-long`, `password-common`
 */
export async function setPassword(
  core: PasswordCore,
  input: { readonly session: Session; readonly password: string },
): Promise<OpenedSession> {
  assertSteppedUp(core, input.session);
  checkPassword(input.password);
  const { principal, idHash } = input.session;
  const account = await findLiveAccount(core.storage.read, principal);
  if (!account) throw new NotFoundError();
  const hash = await core.passwords.hash(normalisePassword(input.password));
  const notice = await draftNotice(core, account, 'password-changed');
  const at = core.world.now();
  return core.storage.transact(async (tx) => {
    const session = await tx.signIn.findSession(idHash);
    if (!session || !isLive(session, at)) throw new SignInError('step-up-needed');
    await tx.signIn.savePassword({ principal, hash, updatedAt: at });
    await tx.signIn.deleteSessionsOf(principal);
    await tx.signIn.forgetDevices(principal, at.slice(0, 10));
    await tx.signIn.closeProofs(principal, ['sign-in', 'step-up', 'reset-password'], at);
    await tx.job.insert(notice, at);
    return replaceSession(core, tx, session, session.steppedUpAt, at);
  });
}
