import type { CustomerId, RelationshipId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

export interface ErasureReader {
  /** Erasures that have begun and not come to their end, oldest first. */
  pending(limit: number): Promise<CustomerId[]>;
  /**
   * Ended relationships whose proof nobody needs from `at` on, without those
   * that a legal hold keeps, or an open request that was due after `dueSince`.
   */
  proofsOver(at: Instant, dueSince: Instant, limit: number): Promise<RelationshipId[]>;
}

export interface ErasureWriter extends ErasureReader {
  /** Once begun it is carried through, whatever happens in between. */
  begin(customerId: CustomerId, at: Instant): Promise<void>;
  finish(customerId: CustomerId): Promise<void>;
  /**
   * What is kept of the customer's relationships as proof no longer leads to an
   * account: they belong to nobody, and the account's row goes.
   */
  detach(customerId: CustomerId): Promise<void>;
  /**
   * The relationship's part of the log, of the changes and of "who looked"
   * stands on, but says nothing and leads to nobody; the relationship goes.
   *
   * @param commitments by disclosure, what its batch committed to for this relationship
   */
  forget(relationshipId: RelationshipId, commitments: ReadonlyMap<string, Buffer>): Promise<void>;
}
