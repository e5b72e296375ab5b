import type { CustomerId, PurposeId } from '#schema/ids.ts';
import { permittedRows } from '../../disclosure/permitted-rows.ts';
import type { Relationship } from '../../relationship/relationship.ts';
import { NotFoundError } from '../../shared/app-error.ts';
import type { Core } from '../../shared/core.ts';
import { profileKeyId } from '../places.ts';
import { type DisclosedPerson, openPerson } from './open-person.ts';

/**
 * Door 1 of 5 once more: the signed-in customer sees the very row that a
 * company would get at this instant for one purpose. The same decision, the
 * same bytes and the same opening as a disclosure; nobody of the company looks,
 * so nothing is recorded. Undefined: the company would get nothing.
 */
export async function previewDisclosure(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  customerId: CustomerId,
  relationship: Relationship,
  purposeId: PurposeId,
): Promise<DisclosedPerson | undefined> {
  if (relationship.customerId !== customerId) throw new NotFoundError();
  const { companyId, subject } = relationship;
  const query = { companyId, purposeId, at: core.world.now() };
  const [row] = await permittedRows(core.storage.read, query, { people: { subjects: [subject] } });
  return row && openPerson(await core.keys.get(profileKeyId(customerId)), row);
}
