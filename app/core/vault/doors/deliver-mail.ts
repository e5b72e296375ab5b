import type { CustomerId } from '#schema/ids.ts';
import type { Core } from '../../shared/core.ts';
import { openJson } from '../open.ts';
import { jobPlace } from '../places.ts';
import { readOwn } from './read-own.ts';

/**
 * Door 2 of 5: an address, to the mail sender alone, at the moment of sending.
 * Undefined: the customer has left or never gave one.
 */
export async function deliverMail(
  core: Pick<Core, 'storage' | 'keys'>,
  customerId: CustomerId,
): Promise<string | undefined> {
  const customer = await core.storage.read.customer.find(customerId);
  if (!customer || customer.status === 'left') return undefined;
  const { email } = await readOwn(core, customerId, ['contact']);
  return typeof email?.value === 'string' ? email.value : undefined;
}

/** What a mail must carry and nobody else may read (a code, a link), sealed in its job until it is sent. */
export async function openMailSecret(
  core: Pick<Core, 'keys'>,
  keyId: string,
  jobId: string,
  sealed: Buffer,
): Promise<unknown> {
  return openJson(await core.keys.get(keyId), jobPlace(jobId), sealed);
}
