import type { CompanyId, CustomerId } from '#schema/ids.ts';
import { normaliseEmail } from '../profile/parse-field-value.ts';
import { AppError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Readers, Writers } from '../shared/storage.ts';
import { openOwnGroups } from '../vault/doors/read-own.ts';
import { profileKeyId } from '../vault/places.ts';
import type { Relationship } from './relationship.ts';
import { customerNumberColumn, normaliseCustomerNumber } from './set-customer-number.ts';

/** Whom a company must not enter again by itself: people who ended it with this company. */
export class StopListError extends AppError<'on-stop-list'> {}

/** Column of the keyed hash: per company, so that two companies' lists do not meet. */
const stopColumn = (companyId: CompanyId): string => `stop/${companyId}`;

export interface StopFacts {
  readonly email?: string | undefined;
  readonly customerNumber?: string | undefined;
}

/** For imports and whatever else staff enter: an entry by the person themselves never asks this. @throws StopListError */
export async function assertNotStopped(
  core: Pick<Core, 'keys'>,
  read: Pick<Readers, 'stopList'>,
  companyId: CompanyId,
  { email, customerNumber }: StopFacts,
): Promise<void> {
  const address = email === undefined ? undefined : normaliseEmail(email);
  const hashes = [
    ...(address ? [emailStopHash(core, companyId, address)] : []),
    ...(customerNumber
      ? [core.keys.blindIndex(customerNumberColumn(companyId), normaliseCustomerNumber(customerNumber))]
      : []),
  ];
  if ((await read.stopList.among(companyId, hashes)).length > 0) throw new StopListError('on-stop-list');
}

/** @param email normalised */
export function emailStopHash(core: Pick<Core, 'keys'>, companyId: CompanyId, email: string): string {
  return core.keys.blindIndex(stopColumn(companyId), email);
}

/** The relationship has ended: neither its address nor its number comes back without the person. */
export async function stopInside(
  core: Pick<Core, 'keys'>,
  tx: Writers,
  { id, customerId, companyId, endedAt }: Relationship,
): Promise<void> {
  const email = await ownAddress(core, tx, customerId);
  const emailHash = email === undefined ? null : emailStopHash(core, companyId, email);
  const number = await tx.relationship.numberIndex(id);
  const hashes = [emailHash, number].filter((hash) => hash !== null);
  if (endedAt) await tx.stopList.add(companyId, hashes, endedAt);
}

/** The person came back by the own act: that takes the address off the list. True: it stood there. */
export async function unstopInside(
  core: Pick<Core, 'keys'>,
  tx: Writers,
  customerId: CustomerId,
  companyId: CompanyId,
): Promise<boolean> {
  const email = await ownAddress(core, tx, customerId);
  if (email === undefined) return false;
  const hash = emailStopHash(core, companyId, email);
  const stopped = await tx.stopList.among(companyId, [hash]);
  await tx.stopList.clear(companyId, [hash]);
  return stopped.length > 0;
}

/** The customer's address, normalised. Undefined: none was entered, or the key is gone already. */
export async function ownAddress(
  core: Pick<Core, 'keys'>,
  tx: Writers,
  customerId: CustomerId,
): Promise<string | undefined> {
  const sealed = await tx.profile.sealedGroups([customerId], ['contact']);
  if (sealed.length === 0 || !(await core.keys.find(profileKeyId(customerId)))) return undefined;
  const { email } = await openOwnGroups(core, customerId, sealed);
  return typeof email?.value === 'string' ? normaliseEmail(email.value) : undefined;
}
