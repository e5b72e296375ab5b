import type { ConsentStanding } from '#schema/consent.ts';
import type { CompanyId, FactId, PurposeId, RelationshipId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

/** The customer's answer to one purpose of one company: a cache of the fold over the ledger. */
export interface Consent {
  readonly relationshipId: RelationshipId;
  readonly purposeId: PurposeId;
  readonly companyId: CompanyId;
  readonly factId: FactId;
  readonly standing: ConsentStanding;
  /** Since when a no holds (refused, withdrawn, objected): the re-ask lock counts from here. */
  readonly noSince: Instant | null;
  /** Ledger index of the latest event. */
  readonly lastIndex: number;
  /** What an undo of the latest event restores; null when there is nothing to undo. */
  readonly previous: UndoPoint | null;
}

export interface UndoPoint {
  readonly standing: ConsentStanding;
  readonly noSince: Instant | null;
}
