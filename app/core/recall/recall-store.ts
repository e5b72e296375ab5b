import type { CompanyId, CustomerId, PurposeId, RelationshipId, StaffId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { RecallState } from '#schema/recall.ts';
import type { Recall } from './recall.ts';

export interface RecallReader {
  /** Only this company's. */
  find(companyId: CompanyId, id: string): Promise<Recall | undefined>;
  /** Newest first, over all relationships of the customer. */
  ofCustomer(customerId: CustomerId): Promise<Recall[]>;
  /** Newest first. */
  ofRelationship(relationshipId: RelationshipId): Promise<Recall[]>;
  /** In no order. */
  ofRelationships(relationshipIds: readonly RelationshipId[]): Promise<Recall[]>;
  /** What waits for the company, first due first. */
  open(companyId: CompanyId, limit: number): Promise<Recall[]>;
  /** What is done with, of this state, last due first. */
  closed(companyId: CompanyId, state: RecallState, limit: number): Promise<Recall[]>;
  /** How many wait, and how many of them since before `at`. */
  countOpen(companyId: CompanyId, at: Instant): Promise<{ readonly open: number; readonly overdue: number }>;
}

export interface RecallClosing {
  readonly state: Exclude<RecallState, 'told'>;
  readonly at: Instant;
  readonly by: StaffId | null;
  readonly ledgerIndex: number | null;
}

export interface RecallWriter extends RecallReader {
  /** The same id again changes nothing. */
  insert(recall: Recall): Promise<void>;
  /** True for the one call that closed it. */
  close(id: string, closing: RecallClosing): Promise<boolean>;
  /** Closes what is open for this purpose (null: for any). */
  closeOpen(
    relationshipId: RelationshipId,
    purposeId: PurposeId | null,
    closing: Omit<RecallClosing, 'by' | 'ledgerIndex'>,
  ): Promise<void>;
  deleteOfRelationship(relationshipId: RelationshipId): Promise<void>;
}
