import type { Language } from '#schema/language.ts';
import type { Core } from '../shared/core.ts';
import { PORTAL_KEY_ID } from '../vault/places.ts';
import { draftConfirmation, insertConfirmation } from './draft-confirmation.ts';
import { draftMail } from './draft-mail.ts';
import { draftProof } from './draft-proof.ts';
import { type AccountKind, findAccount } from './find-account.ts';
import { nobodyPrincipal } from './principal.ts';

export interface ProofRequest {
  readonly email: string;
  readonly as?: AccountKind | undefined;
  /** Language of the page; an account's own language wins. */
  readonly language: Language;
  readonly to?: string | null | undefined;
  readonly remember?: boolean | undefined;
}

const LINK_PATH = { 'sign-in': '/sign-in/link', 'reset-password': '/reset' } as const;

/**
 * Mails a proof to whoever owns the address. Nobody learns here whether that
 * is anybody: an address without account gets the same rows, made out to
 * nobody, and no mail. An address not yet confirmed gets its confirmation.
 */
export async function requestProof(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  purpose: 'sign-in' | 'reset-password',
  input: ProofRequest,
): Promise<{ readonly requestId: string }> {
  const found = await findAccount(core, input.email, input.as ?? 'customer');
  const unconfirmed =
    found?.kind === 'customer' && found.person.status === 'unconfirmed' ? found.person : undefined;
  const account = unconfirmed ? undefined : found;
  const principal = account?.principal ?? nobodyPrincipal(core.world.newId());
  const language = account?.person.language ?? input.language;

  const payload = { to: input.to ?? null, remember: input.remember ?? false };
  const { proof, token, code } = await draftProof(core, { principal, purpose, payload });
  const secret = purpose === 'sign-in' ? { token, code } : { token };
  const mail = await draftMail(
    core,
    {
      template: purpose,
      to: principal,
      language,
      companyId: null,
      linkPath: LINK_PATH[purpose],
      goodUntil: proof.expiresAt,
    },
    account?.keyId ?? PORTAL_KEY_ID,
    secret,
  );
  const confirmation =
    unconfirmed &&
    (await draftConfirmation(core, { customerId: unconfirmed.id, language: unconfirmed.language }));
  await core.storage.transact(async (tx) => {
    await tx.signIn.insertProof(proof);
    await tx.job.insert(mail, proof.createdAt);
    if (confirmation) await insertConfirmation(tx, confirmation);
  });
  return { requestId: proof.id };
}
