import { NotFoundError } from '#app/core/shared/app-error.ts';
import type { Core } from '#app/core/shared/core.ts';
import { openSession } from '#app/core/sign-in/open-session.ts';
import type { Principal } from '#app/core/sign-in/principal.ts';
import type { Session } from '#app/core/sign-in/session.ts';
import { findLiveAccount, type SignedIn } from '#app/core/sign-in/sign-in-with-proof.ts';

/** Opens a session with no proof at all: the caller has made sure that this is the demo. */
export async function signInDemo(
  core: Pick<Core, 'storage' | 'world'>,
  person: { readonly principal: string },
  replaces: Session | null,
): Promise<SignedIn> {
  const principal = person.principal as Principal;
  return core.storage.transact(async (tx) => {
    const account = await findLiveAccount(tx, principal);
    if (!account) throw new NotFoundError();
    if (replaces) await tx.signIn.deleteSession(replaces.principal, replaces.idHash);
    const wish = { principal, remember: false, steppedUp: false };
    return { account, to: null, opened: await openSession(core, tx, wish, core.world.now()) };
  });
}
