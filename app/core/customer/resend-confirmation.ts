import type { CustomerId } from '#schema/ids.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { draftConfirmation, insertConfirmation } from '../sign-in/draft-confirmation.ts';

/** Proves the address in force once more; a change to another one that was never finished is off. */
export async function resendConfirmation(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  customerId: CustomerId,
): Promise<void> {
  const customer = await core.storage.read.customer.find(customerId);
  if (!customer || customer.status === 'left') throw new NotFoundError();
  const confirmation = await draftConfirmation(core, { customerId, language: customer.language });
  const { principal, createdAt } = confirmation.proof;
  await core.storage.transact(async (tx) => {
    await tx.signIn.closeProofs(principal, ['change-address'], createdAt);
    await insertConfirmation(tx, confirmation);
  });
}
