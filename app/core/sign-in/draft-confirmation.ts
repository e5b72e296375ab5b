import type { CompanyId, CustomerId } from '#schema/ids.ts';
import type { Language } from '#schema/language.ts';
import type { Core } from '../shared/core.ts';
import type { Writers } from '../shared/storage.ts';
import { profileKeyId } from '../vault/places.ts';
import { type DraftedMail, describeMail, draftMail, type MailTemplate } from './draft-mail.ts';
import { draftProof } from './draft-proof.ts';
import { customerPrincipal } from './principal.ts';
import type { Proof } from './proof.ts';

export interface Confirmation {
  readonly proof: Proof;
  readonly mail: DraftedMail;
}

export interface ConfirmationWish {
  readonly customerId: CustomerId;
  readonly language: Language;
  /** The company whose page asked; the mail then speaks of it. */
  readonly companyId?: CompanyId | null | undefined;
  /** Path in front of the token. */
  readonly path?: string | undefined;
  /** Waits, sealed, for the button behind the link. */
  readonly pending?: unknown;
}

/** One mail with one button that proves the address; no code, because it may be pressed a day later. */
export async function draftConfirmation(
  core: Pick<Core, 'keys' | 'world'>,
  wish: ConfirmationWish,
): Promise<Confirmation> {
  const { customerId, companyId = null, path = '/confirm', language } = wish;
  const template: MailTemplate = companyId ? 'confirm-join' : 'confirm-address';
  const principal = customerPrincipal(customerId);
  const keyId = profileKeyId(customerId);
  const secret = wish.pending === undefined ? undefined : { keyId, value: wish.pending };
  const { proof, token } = await draftProof(core, {
    principal,
    purpose: 'confirm-address',
    payload: { companyId },
    secret,
  });
  const order = { template, to: principal, language, companyId, linkPath: path, goodUntil: proof.expiresAt };
  const mail = await draftMail(core, order, keyId, { token });
  const payload = { ...proof.payload, mail: describeMail(mail, template) };
  return { proof: { ...proof, codeHash: null, payload }, mail };
}

export async function insertConfirmation(tx: Writers, { proof, mail }: Confirmation): Promise<void> {
  await tx.signIn.insertProof(proof);
  await tx.job.insert(mail, proof.createdAt);
}
