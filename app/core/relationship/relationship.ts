import type { CompanyId, CustomerId, FactId, RelationshipId, SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

export interface Relationship {
  readonly id: RelationshipId;
  readonly customerId: CustomerId;
  readonly companyId: CompanyId;
  readonly subject: SubjectId;
  readonly factId: FactId;
  /** How it began: `join` link, `directory`. */
  readonly source: string;
  /** Entries of this relationship's chain in the ledger so far. */
  readonly seq: number;
  /** Leaf hash (hex) of the last of them. */
  readonly lastLeaf: string | null;
  /** The later of the pause for all companies and the pause for this one. */
  readonly pausedUntil: Instant | null;
  /** Cache of "customer not active, or restricted, or this relationship restricted": what SQL asks. */
  readonly blocked: boolean;
  /** Cache of "said to be too young for a consent to this company": its consents are not used. */
  readonly underAge: boolean;
  readonly restrictedAt: Instant | null;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
}
