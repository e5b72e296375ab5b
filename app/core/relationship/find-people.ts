import type { CompanyId } from '#schema/ids.ts';
import { normaliseEmail } from '../profile/parse-field-value.ts';
import type { Core } from '../shared/core.ts';
import type { Relationship } from './relationship.ts';
import { customerNumberColumn, normaliseCustomerNumber } from './set-customer-number.ts';
import { emailStopHash } from './stop-list.ts';

/**
 * The company's relationships that belong to an exact e-mail address or to an
 * exact customer number. Exact only: a blind index cannot be browsed. An
 * address of somebody who is no customer of this company finds nothing.
 */
export async function findPeople(
  core: Pick<Core, 'storage' | 'keys'>,
  companyId: CompanyId,
  query: string,
): Promise<Relationship[]> {
  const { read } = core.storage;
  const email = normaliseEmail(query);
  if (email) {
    const customer = await read.customer.findByEmailIndex(core.keys.blindIndex('email', email));
    const own = customer ? await read.relationship.allOfCustomer(customer.id) : [];
    // Of somebody who was erased, too, as long as the proof is kept.
    const left = await read.relationship.findByLeaverIndex(companyId, emailStopHash(core, companyId, email));
    return [...left, ...own.filter((relationship) => relationship.companyId === companyId)];
  }
  const number = normaliseCustomerNumber(query);
  if (number === '') return [];
  return read.relationship.findByNumberIndex(
    companyId,
    core.keys.blindIndex(customerNumberColumn(companyId), number),
  );
}
