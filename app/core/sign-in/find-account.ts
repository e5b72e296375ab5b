import type { Customer } from '../customer/customer.ts';
import { normaliseEmail } from '../profile/parse-field-value.ts';
import type { Core } from '../shared/core.ts';
import type { Readers } from '../shared/storage.ts';
import type { Staff } from '../staff/staff.ts';
import { PORTAL_KEY_ID, profileKeyId } from '../vault/places.ts';
import { customerPrincipal, type Principal, staffPrincipal } from './principal.ts';

/** Whoever may sign in, with the key that seals what is mailed to them. */
export type Account =
  | {
      readonly kind: 'customer';
      readonly principal: Principal;
      readonly keyId: string;
      readonly person: Customer;
    }
  | { readonly kind: 'staff'; readonly principal: Principal; readonly keyId: string; readonly person: Staff };

export type AccountKind = Account['kind'];

/**
 * One address may belong to a customer and to staff at once; `as` says who is
 * meant then. Undefined: nobody, or someone who has left.
 */
export async function findAccount(
  core: Pick<Core, 'storage' | 'keys'>,
  email: string,
  as: AccountKind,
): Promise<Account | undefined> {
  const normalised = normaliseEmail(email);
  if (!normalised) return undefined;
  // Both are always looked up, so that the time does not tell which there is.
  const customer = await findCustomerAccount(core.storage.read, core.keys.blindIndex('email', normalised));
  const staff = await findStaffAccount(core.storage.read, normalised);
  return as === 'staff' ? (staff ?? customer) : (customer ?? staff);
}

async function findCustomerAccount(read: Readers, emailIndex: string): Promise<Account | undefined> {
  const person = await read.customer.findByEmailIndex(emailIndex);
  return person && person.status !== 'left' ? customerAccount(person) : undefined;
}

export function customerAccount(person: Customer): Account & { readonly kind: 'customer' } {
  return {
    kind: 'customer',
    principal: customerPrincipal(person.id),
    keyId: profileKeyId(person.id),
    person,
  };
}

async function findStaffAccount(read: Readers, email: string): Promise<Account | undefined> {
  const person = await read.staff.findByEmail(email);
  return person && person.endedAt === null ? staffAccount(person) : undefined;
}

export function staffAccount(person: Staff): Account & { readonly kind: 'staff' } {
  return { kind: 'staff', principal: staffPrincipal(person.id), keyId: PORTAL_KEY_ID, person };
}
