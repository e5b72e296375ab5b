import type { Core } from '../shared/core.ts';
import { draftNotice } from './draft-notice.ts';
import type { Principal } from './principal.ts';
import { isLive, type Session } from './session.ts';
import { findLiveAccount } from './sign-in-with-proof.ts';

/** Where the account is signed in now, last used first. */
export async function listSessions(
  core: Pick<Core, 'storage' | 'world'>,
  principal: Principal,
): Promise<Session[]> {
  const at = core.world.now();
  const sessions = await core.storage.read.signIn.sessionsOf(principal);
  return sessions.filter((session) => isLive(session, at));
}

/** Ends one of the principal's own sessions; another's id changes nothing. */
export async function revokeSession(
  core: Pick<Core, 'storage'>,
  principal: Principal,
  idHash: string,
): Promise<void> {
  await core.storage.transact((tx) => tx.signIn.deleteSession(principal, idHash));
}

export async function signOut(core: Pick<Core, 'storage'>, session: Session): Promise<void> {
  await revokeSession(core, session.principal, session.idHash);
}

/** All devices at once; the account is told, because a stranger may have pressed it to lock the owner out. */
export async function signOutEverywhere(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  principal: Principal,
): Promise<void> {
  const account = await findLiveAccount(core.storage.read, principal);
  const notice = account && (await draftNotice(core, account, 'sessions-ended'));
  await core.storage.transact(async (tx) => {
    await tx.signIn.deleteSessionsOf(principal);
    await tx.signIn.forgetDevices(principal, core.world.now().slice(0, 10));
    if (notice) await tx.job.insert(notice, notice.runAt);
  });
}
