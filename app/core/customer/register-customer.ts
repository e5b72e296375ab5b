import type { FieldSource } from '#schema/field.ts';
import { type CompanyId, CustomerId, FactId } from '#schema/ids.ts';
import type { Language } from '#schema/language.ts';
import { normaliseEmail } from '../profile/parse-field-value.ts';
import { ProfileError } from '../profile/profile-error.ts';
import { writeFields } from '../profile/write-fields.ts';
import type { Core } from '../shared/core.ts';
import { draftConfirmation, insertConfirmation } from '../sign-in/draft-confirmation.ts';
import { draftMail } from '../sign-in/draft-mail.ts';
import { draftProof } from '../sign-in/draft-proof.ts';
import { customerAccount } from '../sign-in/find-account.ts';
import { profileKeyId } from '../vault/places.ts';
import { AGE_NOT_ASKED, type Customer } from './customer.ts';

export interface Registration {
  readonly email: string;
  readonly language: Language;
  readonly source?: Extract<FieldSource, 'customer' | 'join'> | undefined;
  /** The company whose page was used. */
  readonly companyId?: CompanyId | null | undefined;
  /** Path in front of the token in the mail; `/confirm` unless told otherwise. */
  readonly confirmPath?: string | undefined;
  /**
   * Any JSON that waits, sealed, for the button in the mail: choices and
   * profile values. They belong here and not into the profile, because nobody
   * has proved the address yet.
   */
  readonly pending?: unknown;
}

type RegisterCore = Pick<Core, 'storage' | 'keys' | 'world'>;

/**
 * Opens an account for an address, unconfirmed until the button in the mail.
 * The answer is the same for an address that has one already: its owner gets
 * the confirmation for the new choices, or a link to sign in.
 *
 * Crash order: the key is durable first, then everything else at once. A crash
 * between leaves a key that opens nothing.
 *
 * @throws ProfileError `value-not-email`
 */
export async function registerCustomer(core: RegisterCore, registration: Registration): Promise<void> {
  const email = normaliseEmail(registration.email);
  if (!email) throw new ProfileError('value-not-email', { field: 'email' });
  const emailIndex = core.keys.blindIndex('email', email);
  const existing = await core.storage.read.customer.findByEmailIndex(emailIndex);
  if (existing) return welcomeBack(core, existing, registration);
  try {
    await open(core, { ...registration, email }, emailIndex);
  } catch (error) {
    if (!core.storage.isUniqueViolation(error)) throw error;
    const winner = await core.storage.read.customer.findByEmailIndex(emailIndex);
    if (!winner) throw error;
    await welcomeBack(core, winner, registration);
  }
}

async function open(core: RegisterCore, registration: Registration, emailIndex: string): Promise<void> {
  const id = CustomerId.parse(core.world.newId());
  const createdAt = core.world.now();
  await core.keys.create(profileKeyId(id));
  const { language } = registration;
  const confirmation = await draftConfirmation(core, {
    ...registration,
    customerId: id,
    path: registration.confirmPath,
  });
  const customer: Customer = {
    id,
    status: 'unconfirmed',
    language,
    factId: FactId.parse(core.world.newId()),
    age: AGE_NOT_ASKED,
    restrictedAt: null,
    createdAt,
    confirmedAt: null,
  };
  await core.storage.transact(async (tx) => {
    await tx.customer.insert(customer, emailIndex);
    const fields = new Map([['email' as const, registration.email]]);
    await writeFields(core, tx, id, fields, createdAt, registration.source ?? 'customer');
    await insertConfirmation(tx, confirmation);
  });
}

async function welcomeBack(
  core: RegisterCore,
  customer: Customer,
  registration: Registration,
): Promise<void> {
  const asks = registration.pending !== undefined || customer.status === 'unconfirmed';
  const { language } = customer;
  if (asks) {
    const wish = { ...registration, language, customerId: customer.id, path: registration.confirmPath };
    const confirmation = await draftConfirmation(core, wish);
    return core.storage.transact((tx) => insertConfirmation(tx, confirmation));
  }
  const { principal, keyId } = customerAccount(customer);
  const { proof, token } = await draftProof(core, { principal, purpose: 'sign-in' });
  const order = { template: 'already-registered', to: principal, language, companyId: null } as const;
  const mail = await draftMail(
    core,
    { ...order, linkPath: '/sign-in/link', goodUntil: proof.expiresAt },
    keyId,
    { token },
  );
  await core.storage.transact(async (tx) => {
    await tx.signIn.insertProof({ ...proof, codeHash: null });
    await tx.job.insert(mail, proof.createdAt);
  });
}
