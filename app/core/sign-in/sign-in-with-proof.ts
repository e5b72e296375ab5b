import type { Instant } from '#schema/instant.ts';
import type { Core } from '../shared/core.ts';
import type { Readers, Writers } from '../shared/storage.ts';
import { type Account, customerAccount, staffAccount } from './find-account.ts';
import { openSession } from './open-session.ts';
import { findPrincipalId, type Principal } from './principal.ts';
import type { Proof } from './proof.ts';
import type { OpenedSession, Session } from './session.ts';
import { SignInError } from './sign-in-error.ts';
import { tryCode, useLink } from './use-proof.ts';

export interface SignedIn {
  readonly account: Account;
  /** Where the person wanted to go: a path as the request gave it. */
  readonly to: string | null;
  readonly opened: OpenedSession;
}

/** @throws SignInError `code-wrong`, `code-expired`, `code-locked` */
export async function signInWithCode(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  input: { readonly requestId: string; readonly code: string; readonly replaces?: Session | null },
): Promise<SignedIn> {
  const at = core.world.now();
  const outcome = await core.storage.transact(async (tx) => {
    const tried = await tryCode(core, tx, { ...input, purpose: 'sign-in' }, at);
    if (!tried.ok) return tried;
    return { ok: true as const, signedIn: await finish(core, tx, tried.proof, input.replaces, at) };
  });
  if (!outcome.ok) throw outcome.error;
  return outcome.signedIn;
}

/** @throws SignInError `link-broken`, `link-used`, `link-expired` */
export async function signInWithToken(
  core: Pick<Core, 'storage' | 'world'>,
  input: { readonly token: string; readonly replaces?: Session | null },
): Promise<SignedIn> {
  const at = core.world.now();
  return core.storage.transact(async (tx) =>
    finish(core, tx, await useLink(tx, input.token, 'sign-in', at), input.replaces, at),
  );
}

async function finish(
  core: Pick<Core, 'world'>,
  tx: Writers,
  proof: Proof,
  replaces: Session | null | undefined,
  at: Instant,
): Promise<SignedIn> {
  const account = await findLiveAccount(tx, proof.principal);
  if (!account) throw new SignInError('link-expired');
  await tx.signIn.closeProofs(proof.principal, ['sign-in'], at);
  if (replaces) await tx.signIn.deleteSession(replaces.principal, replaces.idHash);
  const { remember, to } = proof.payload;
  const opened = await openSession(core, tx, { principal: proof.principal, remember, steppedUp: true }, at);
  return { account, to, opened };
}

/** Confirmed customers who have not left, and staff who still work there. */
export async function findLiveAccount(from: Readers, principal: Principal): Promise<Account | undefined> {
  const who = findPrincipalId(principal);
  if (who?.kind === 'customer') {
    const customer = await from.customer.find(who.id);
    return customer?.status === 'active' ? customerAccount(customer) : undefined;
  }
  if (who?.kind === 'staff') {
    const staff = await from.staff.find(who.id);
    return staff && staff.endedAt === null ? staffAccount(staff) : undefined;
  }
  return undefined;
}
