import type { Core } from '../shared/core.ts';
import { type DraftedMail, draftMail } from './draft-mail.ts';
import type { Account } from './find-account.ts';

/** To the account's address: a password that somebody else set must not go unnoticed. */
export function draftPasswordNotice(
  core: Pick<Core, 'keys' | 'world'>,
  { principal, person, keyId }: Account,
  template: 'password-changed' | 'password-removed',
): Promise<DraftedMail> {
  const { language } = person;
  const order = {
    template,
    to: principal,
    language,
    companyId: null,
    linkPath: null,
    goodUntil: null,
  } as const;
  return draftMail(core, order, keyId, {});
}
