import * as z from 'zod';
import type { CustomerId } from '#schema/ids.ts';
import { normaliseEmail } from '../profile/parse-field-value.ts';
import { ProfileError } from '../profile/profile-error.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { draftMail } from '../sign-in/draft-mail.ts';
import { draftProof } from '../sign-in/draft-proof.ts';
import { customerAccount } from '../sign-in/find-account.ts';
import type { Session } from '../sign-in/session.ts';
import { SignInError } from '../sign-in/sign-in-error.ts';
import { assertSteppedUp } from '../sign-in/step-up.ts';
import { deliverMail } from '../vault/doors/deliver-mail.ts';

/** What waits, sealed, for the button in the mail to the new address. */
export const NewAddress = z.object({ email: z.string() }).strict();

export interface AddressChange {
  readonly customerId: CustomerId;
  readonly session: Session;
  readonly email: string;
}

/**
 * Asks for another address. Until its owner confirms it, sign-in stays with
 * the old one, and nothing is e-mailed on the strength of a consent, because
 * nobody has proved which address is right. The old address is told at once.
 * Whether the new one belongs to somebody else is not said here.
 *
 * @throws SignInError `step-up-needed`, `address-same`; ProfileError `value-not-email`
 */
export async function changeAddress(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  { customerId, session, email: raw }: AddressChange,
): Promise<void> {
  assertSteppedUp(core, session);
  const email = normaliseEmail(raw);
  if (!email) throw new ProfileError('value-not-email', { field: 'email' });
  const customer = await core.storage.read.customer.find(customerId);
  const oldAddress = await deliverMail(core, customerId);
  if (customer?.status !== 'active' || !oldAddress) throw new NotFoundError();
  if (email === oldAddress) throw new SignInError('address-same');

  const { principal, keyId } = customerAccount(customer);
  const secret = { keyId, value: { email } satisfies z.infer<typeof NewAddress> };
  const { proof, token } = await draftProof(core, { principal, purpose: 'change-address', secret });
  const order = {
    to: principal,
    language: customer.language,
    companyId: null,
    linkPath: null,
    goodUntil: null,
  } as const;
  const notice = await draftMail(core, { ...order, template: 'address-changing' }, keyId, {
    address: oldAddress,
  });
  const confirmation = await draftMail(
    core,
    { ...order, template: 'confirm-new-address', linkPath: '/confirm', goodUntil: proof.expiresAt },
    keyId,
    { token, address: email },
  );
  await core.storage.transact(async (tx) => {
    await tx.signIn.closeProofs(principal, ['change-address'], proof.createdAt);
    await tx.signIn.insertProof({ ...proof, codeHash: null });
    await tx.customer.unverify(customerId, 'email');
    await tx.job.insert(notice, proof.createdAt);
    await tx.job.insert(confirmation, proof.createdAt);
  });
}
