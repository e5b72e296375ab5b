import type { Language } from '#schema/language.ts';
import type { Core } from '../shared/core.ts';
import { draftMail } from '../sign-in/draft-mail.ts';
import { findAccount } from '../sign-in/find-account.ts';
import { nobodyPrincipal } from '../sign-in/principal.ts';
import { PORTAL_KEY_ID } from '../vault/places.ts';

/**
 * A fresh link in place of one that is too old. As everywhere, nobody learns
 * whether an address is known: an unknown one gets the same row, made out to
 * nobody, and no mail.
 */
export async function requestMailLink(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  input: { readonly email: string; readonly language: Language },
): Promise<void> {
  const found = await findAccount(core, input.email, 'customer');
  const account = found?.kind === 'customer' && found.person.status === 'active' ? found : undefined;
  const order = {
    template: 'mail-link',
    to: account?.principal ?? nobodyPrincipal(core.world.newId()),
    language: account?.person.language ?? input.language,
    companyId: null,
    linkPath: null,
    goodUntil: null,
  } as const;
  const mail = await draftMail(core, order, account?.keyId ?? PORTAL_KEY_ID, {});
  await core.storage.transact((tx) => tx.job.insert(mail, mail.runAt));
}
