import * as z from 'zod';
import type { CustomerId } from '#schema/ids.ts';
import { AppError, NotFoundError } from '../shared/app-error.ts';
import { addMs, DAY_MS } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import { draftProof } from '../sign-in/draft-proof.ts';
import { customerPrincipal } from '../sign-in/principal.ts';
import { SignInError } from '../sign-in/sign-in-error.ts';
import { tryCode } from '../sign-in/use-proof.ts';
import { draftSms } from '../sms/draft-sms.ts';
import { openOwnProof } from '../vault/doors/open-proof.ts';
import { openOwnGroups, readOwn } from '../vault/doors/read-own.ts';
import { profileKeyId } from '../vault/places.ts';

/** Messages cost money, and a stranger's telephone must not ring all night: so many codes a day and account. */
export const PHONE_CODES_A_DAY = 5;

export class PhoneError extends AppError<'phone-missing' | 'phone-codes-used-up' | 'phone-moved'> {}

const SentTo = z.object({ number: z.string() }).strict();

/**
 * Sends a code to the mobile number that the profile holds now. The code is
 * bound to that number; an earlier one no longer works.
 *
 * @throws PhoneError
 */
export async function requestPhoneCode(
  core: Pick<Core, 'storage' | 'sequencer' | 'keys' | 'world'>,
  customerId: CustomerId,
): Promise<{ readonly requestId: string }> {
  const customer = await core.storage.read.customer.find(customerId);
  if (customer?.status !== 'active') throw new NotFoundError();
  const { mobile } = await readOwn(core, customerId, ['contact']);
  const number = mobile?.value;
  if (typeof number !== 'string') throw new PhoneError('phone-missing');
  const principal = customerPrincipal(customerId);
  const keyId = profileKeyId(customerId);
  const secret = { keyId, value: { number } satisfies z.infer<typeof SentTo> };
  const { proof, code } = await draftProof(core, { principal, purpose: 'confirm-phone', secret });
  const order = { to: principal, language: customer.language, goodUntil: proof.expiresAt };
  const sms = await draftSms(core, order, keyId, { number, code });
  // Through the sequencer, so that parallel clicks are counted one after the other on every node.
  return core.sequencer.submit(async ({ tx, at }) => {
    const since = addMs(at, -DAY_MS);
    if ((await tx.signIn.countProofs(principal, 'confirm-phone', since)) >= PHONE_CODES_A_DAY)
      throw new PhoneError('phone-codes-used-up');
    await tx.signIn.closeProofs(principal, ['confirm-phone'], at);
    await tx.signIn.insertProof(proof);
    await tx.job.insert(sms, at);
    return { requestId: proof.id };
  });
}

/**
 * The code was typed: SMS and calls count from here on, for this number alone.
 * A wrong try is counted and committed before it is refused.
 *
 * @throws SignInError `code-wrong`, `code-expired`, `code-locked`; PhoneError `phone-moved`
 */
export async function confirmPhone(
  core: Pick<Core, 'sequencer' | 'keys'>,
  input: { readonly customerId: CustomerId; readonly requestId: string; readonly code: string },
): Promise<void> {
  const { customerId, requestId, code } = input;
  const principal = customerPrincipal(customerId);
  const refusal = await core.sequencer.submit(async ({ tx, at }) => {
    const known = await tx.signIn.findProof(requestId);
    // Somebody else's code is no proof here, and trying it must not spend that person's tries.
    if (known?.principal !== principal) return new SignInError('code-expired');
    const tried = await tryCode(core, tx, { requestId, code, purpose: 'confirm-phone' }, at);
    if (!tried.ok) return tried.error;
    const sealed = tried.proof.payload.sealed;
    const sent = sealed && SentTo.parse(await openOwnProof(core, customerId, requestId, sealed));
    const blobs = await tx.profile.sealedGroups([customerId], ['contact']);
    const { mobile } = await openOwnGroups(core, customerId, blobs);
    if (!sent || mobile?.value !== sent.number) return new PhoneError('phone-moved');
    const how = `code sent to the number ${tried.proof.createdAt}; typed ${at}`;
    for (const channel of ['sms', 'phone'] as const) {
      await tx.customer.verify(customerId, { channel, verifiedAt: at, how });
    }
    return null;
  });
  if (refusal) throw refusal;
}
