import type { Core } from '../shared/core.ts';
import { type DraftedMail, draftMail } from './draft-mail.ts';
import type { Account } from './find-account.ts';

/** What somebody else could have done with an account must not go unnoticed by its owner. */
export type SafetyNotice =
  | 'password-changed'
  | 'password-removed'
  | 'sessions-ended'
  | 'address-changed'
  | 'data-taken';

/** @param address absent: the account's own; else e.g. the one that holds no more */
export function draftNotice(
  core: Pick<Core, 'keys' | 'world'>,
  { principal, person, keyId }: Account,
  template: SafetyNotice,
  address?: string,
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
  return draftMail(core, order, keyId, address === undefined ? {} : { address });
}
