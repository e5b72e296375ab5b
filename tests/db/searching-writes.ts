import type { Writers } from '#app/core/shared/storage.ts';
import type { Known } from '#tests/db/every-read.ts';
import { newId, T1, T2 } from '#tests/db/rows.ts';

/** Writes that must find their rows first, beyond those that name one by its key. */
export async function searchingWrites(tx: Writers, known: Known): Promise<void> {
  await tx.job.claim(['mail'], T1, T2, 10);
  await tx.job.deleteDone(T1);
  await tx.mailLink.endOfCustomer(known.customerId, T1);
  await tx.mailLink.deleteOfCustomer(known.customerId);
  await tx.mailLink.deleteExpired(T1);
  await tx.idempotency.purge(T1);
  await tx.signIn.deleteEnded(T1);
  await tx.signIn.deleteDevices('2026-03-01');
  await tx.signIn.forgetDevices('customer:1', '2026-03-01');
  await tx.signIn.closeProofs('customer:1', ['sign-in'], T1);
  await tx.purpose.supersede(known.purposeId, 2, T1, T2);
  await tx.relationship.setPausedUntil(known.relationshipId, T2);
  await tx.request.deleteOfRelationship(known.relationshipId);
  await tx.use.deleteOfRelationship(known.relationshipId);
  await tx.use.deleteOfCustomer(known.customerId);
  await tx.use.setReporting(known.companyId, null, '');
  await tx.plannedContact.cancel(known.companyId, newId(), T1);
  await tx.relationship.end(known.relationshipId, T2, T2);
  await tx.preference.deleteOfCustomer(known.customerId);
  await tx.profile.deleteOfCustomer(known.customerId);
  await tx.customer.deleteVerifications(known.customerId);
  await tx.signIn.deleteOfPrincipal('customer:1');
  await tx.idempotency.deleteOfActor('customer:1');
  await tx.recall.closeOpen(known.relationshipId, null, { state: 'covered', at: T2 });
  await tx.recall.deleteOfRelationship(known.relationshipId);
  await tx.consent.deleteOfRelationship(known.relationshipId);
  await tx.erasure.detach(known.customerId);
  await tx.erasure.forget(known.relationshipId, new Map());
  await tx.fact.replace(newId(), {});
  await tx.ledger.advanceChains([{ relationshipId: known.relationshipId, seq: 1, leaf: null }]);
  for (const store of [tx.thread, tx.interaction, tx.yearly]) {
    await store.deleteOfRelationship(known.relationshipId);
    await store.deleteOfCustomer(known.customerId);
  }
}
