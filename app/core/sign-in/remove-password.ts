import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { draftNotice } from './draft-notice.ts';
import { replaceSession } from './open-session.ts';
import { isLive, type OpenedSession, type Session } from './session.ts';
import { SignInError } from './sign-in-error.ts';
import { findLiveAccount } from './sign-in-with-proof.ts';
import { assertSteppedUp } from './step-up.ts';

/**
 * Back to codes and links alone. Sessions that the password opened end with
 * it; this one goes on under a new id, and the account is told.
 *
 * @throws SignInError `step-up-needed`
 */
export async function removePassword(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  session: Session,
): Promise<OpenedSession> {
  assertSteppedUp(core, session);
  const { principal, idHash } = session;
  const account = await findLiveAccount(core.storage.read, principal);
  if (!account) throw new NotFoundError();
  const notice = await draftNotice(core, account, 'password-removed');
  const at = core.world.now();
  return core.storage.transact(async (tx) => {
    const current = await tx.signIn.findSession(idHash);
    if (!current || !isLive(current, at)) throw new SignInError('step-up-needed');
    await tx.signIn.deletePassword(principal);
    await tx.signIn.deleteSessionsOf(principal);
    await tx.signIn.forgetDevices(principal, at.slice(0, 10));
    await tx.job.insert(notice, at);
    return replaceSession(core, tx, current, current.steppedUpAt, at);
  });
}
