import type { RelationshipId } from '#schema/ids.ts';
import type { Customer } from '../customer/customer.ts';
import { commitSubject } from '../ledger/disclosure-commitment.ts';
import type { Relationship } from '../relationship/relationship.ts';
import type { Core } from '../shared/core.ts';
import type { Writers } from '../shared/storage.ts';
import { customerPrincipal } from '../sign-in/principal.ts';
import { openBatchSalt } from '../vault/doors/open-evidence.ts';
import { dialogueKeyId, evidenceKeyId, profileKeyId } from '../vault/places.ts';

/**
 * Everything that goes at once when an account is erased: one line for each
 * store that holds something of a customer. What proves a permission stays,
 * sealed, until `deleteRowsOfRelationship`. tests/db/erasure-sweep.test.ts
 * finds tables that no line here reaches.
 *
 * @param email in clear, when the profile could still be read
 */
export async function deleteRowsOfCustomer(
  tx: Writers,
  { id, factId }: Pick<Customer, 'id' | 'factId'>,
  relationships: readonly Relationship[],
  email: string | undefined,
): Promise<void> {
  const principal = customerPrincipal(id);
  await tx.signIn.deleteOfPrincipal(principal);
  await tx.idempotency.deleteOfActor(principal);
  await tx.fact.replace(factId, {});
  await tx.preference.deleteOfCustomer(id);
  await tx.consentRequest.deleteOfCustomer(id);
  await tx.thread.deleteOfCustomer(id);
  await tx.interaction.deleteOfCustomer(id);
  await tx.yearly.deleteOfCustomer(id);
  await tx.profile.deleteOfCustomer(id);
  await tx.companyField.deleteOfCustomer(id);
  await tx.customer.deleteVerifications(id);
  await tx.ownFile.deleteOfCustomer(id);
  await tx.foreign.deleteOfCustomer(id);
  await tx.mailLink.deleteOfCustomer(id);
  await tx.receipt.deleteOfCustomer(id);
  await tx.mailRefusal.clear(id);
  if (email !== undefined) await tx.demoMail.deleteOfRecipient(email);
  await tx.job.deleteNaming(
    [id, ...relationships.map((own) => own.id)],
    [profileKeyId(id), ...relationships.flatMap((own) => [evidenceKeyId(own.id), dialogueKeyId(own.id)])],
  );
}

/**
 * Everything that goes when a relationship's proof is no longer needed, its
 * keys being shredded: again one line for each store. Entries of the log, of
 * the changes and of "who looked" keep their places, so that the log stays
 * whole; they lead to nobody.
 */
export async function deleteRowsOfRelationship(
  core: Pick<Core, 'keys'>,
  tx: Writers,
  relationship: Relationship,
): Promise<void> {
  const { id, subject } = relationship;
  const commitments = new Map<string, Buffer>();
  for (const { disclosureId, saltSealed, fields } of await tx.disclosure.batchesOf(id)) {
    if (saltSealed.length === 0) continue;
    const salt = await openBatchSalt(core, disclosureId, saltSealed);
    commitments.set(disclosureId, commitSubject(salt, subject, { fields: [...fields] }));
  }
  await tx.idempotency.deleteNaming(subject);
  await tx.job.deleteNaming([id, subject], [evidenceKeyId(id), dialogueKeyId(id)]);
  await tx.recall.deleteOfRelationship(id);
  await tx.request.deleteOfRelationship(id);
  await tx.consentRequest.deleteOfRelationship(id);
  await tx.use.deleteOfRelationship(id);
  await deleteDialogue(tx, id);
  await tx.consent.deleteOfRelationship(id);
  await tx.erasure.forget(id, commitments);
}

/** What two sides wrote to each other proves nothing that anybody must keep: it goes when the relationship ends. */
export async function deleteDialogue(tx: Writers, id: RelationshipId): Promise<void> {
  await tx.thread.deleteOfRelationship(id);
  await tx.interaction.deleteOfRelationship(id);
  await tx.yearly.deleteOfRelationship(id);
}
