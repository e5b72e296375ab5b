import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { draftMail } from './draft-mail.ts';
import { draftProof } from './draft-proof.ts';
import { replaceSession } from './open-session.ts';
import { isLive, isSteppedUp, type OpenedSession, type Session } from './session.ts';
import { SignInError } from './sign-in-error.ts';
import { findLiveAccount } from './sign-in-with-proof.ts';
import { tryCode } from './use-proof.ts';

/** Mails a code to the account of this session: for export, a new address, leaving. */
export async function requestStepUp(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  session: Session,
): Promise<{ readonly requestId: string }> {
  const account = await findLiveAccount(core.storage.read, session.principal);
  if (!account) throw new NotFoundError();
  const { principal } = session;
  const { proof, code } = await draftProof(core, { principal, purpose: 'step-up' });
  const { language } = account.person;
  const order = {
    template: 'step-up',
    to: principal,
    language,
    companyId: null,
    linkPath: null,
    goodUntil: proof.expiresAt,
  } as const;
  const mail = await draftMail(core, order, account.keyId, { code });
  await core.storage.transact(async (tx) => {
    await tx.signIn.insertProof(proof);
    await tx.job.insert(mail, proof.createdAt);
  });
  return { requestId: proof.id };
}

/**
 * The session goes on under a new id and counts as freshly proved.
 *
 * @throws SignInError `code-wrong`, `code-expired`, `code-locked`
 */
export async function stepUp(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  input: { readonly session: Session; readonly requestId: string; readonly code: string },
): Promise<OpenedSession> {
  const at = core.world.now();
  const outcome = await core.storage.transact(async (tx) => {
    const session = await tx.signIn.findSession(input.session.idHash);
    const proof = await tx.signIn.findProof(input.requestId);
    // A code mailed to somebody else is no proof here, and trying it must not spend that person's tries.
    if (!session || !isLive(session, at) || proof?.principal !== session.principal) {
      return { ok: false as const, error: new SignInError('code-expired') };
    }
    const tried = await tryCode(
      core,
      tx,
      { requestId: input.requestId, code: input.code, purpose: 'step-up' },
      at,
    );
    if (!tried.ok) return tried;
    await tx.signIn.closeProofs(session.principal, ['step-up'], at);
    return { ok: true as const, opened: await replaceSession(core, tx, session, at, at) };
  });
  if (!outcome.ok) throw outcome.error;
  return outcome.opened;
}

/** For acts that need a fresh proof. @throws SignInError `step-up-needed` */
export function assertSteppedUp(core: Pick<Core, 'world'>, session: Session): void {
  if (!isSteppedUp(session, core.world.now())) throw new SignInError('step-up-needed');
}
