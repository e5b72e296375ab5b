import type { Core } from '../shared/core.ts';
import { type AccountKind, findAccount } from './find-account.ts';
import { openSession } from './open-session.ts';
import { normalisePassword, type PasswordHasher } from './password.ts';
import type { Session } from './session.ts';
import { SignInError } from './sign-in-error.ts';
import { findLiveAccount, type SignedIn } from './sign-in-with-proof.ts';

export interface PasswordSignIn {
  readonly email: string;
  readonly password: string;
  readonly as?: AccountKind | undefined;
  readonly remember?: boolean | undefined;
  readonly replaces?: Session | null;
}

/** @throws SignInError `wrong-credentials`, after the same time whatever is wrong */
export async function signInWithPassword(
  core: Pick<Core, 'storage' | 'keys' | 'world'> & { readonly passwords: PasswordHasher },
  input: PasswordSignIn,
): Promise<SignedIn> {
  const { passwords, storage } = core;
  const password = normalisePassword(input.password);
  const found = await findAccount(core, input.email, input.as ?? 'customer');
  const stored = found && (await storage.read.signIn.findPassword(found.principal));
  const right = stored
    ? await passwords.verify(stored.hash, password)
    : await passwords.verifyNothing(password);
  if (!right || !stored) throw new SignInError('wrong-credentials');
  const rehashed = passwords.isOutdated(stored.hash) ? await passwords.hash(password) : null;

  const at = core.world.now();
  return storage.transact(async (tx) => {
    const account = await findLiveAccount(tx, stored.principal);
    const current = await tx.signIn.findPassword(stored.principal);
    // Changed while the hash was being checked: the old one no longer signs in.
    if (!account || current?.hash !== stored.hash) throw new SignInError('wrong-credentials');
    if (rehashed) await tx.signIn.savePassword({ ...stored, hash: rehashed });
    const { replaces } = input;
    if (replaces) await tx.signIn.deleteSession(replaces.principal, replaces.idHash);
    const wish = { principal: stored.principal, remember: input.remember ?? false, steppedUp: false };
    return { account, to: null, opened: await openSession(core, tx, wish, at) };
  });
}
