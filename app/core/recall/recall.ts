import type { FieldId } from '#schema/field.ts';
import type { CompanyId, PurposeId, RelationshipId, StaffId, SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { RecallKind, RecallState } from '#schema/recall.ts';

/** What a company that received data was asked to do with it, and whether it says that it did. */
export interface Recall {
  /** 32 hex characters. */
  readonly id: string;
  readonly companyId: CompanyId;
  readonly relationshipId: RelationshipId;
  readonly subject: SubjectId;
  readonly kind: RecallKind;
  /** Null: it concerns everything the company received. */
  readonly purposeId: PurposeId | null;
  /** Fields that had really been disclosed. */
  readonly fields: readonly FieldId[];
  /** First and last of these disclosures, and how many they were. */
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly looks: number;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly state: RecallState;
  readonly closedAt: Instant | null;
  /** Who confirmed; null when the customer's own act closed it. */
  readonly closedBy: StaffId | null;
  /** Where the log says that it was confirmed; what the company wrote stands there. */
  readonly ledgerIndex: number | null;
}

/** Told, and the company has let its time run out. */
export function isOverdue({ state, dueAt }: Pick<Recall, 'state' | 'dueAt'>, at: Instant): boolean {
  return state === 'told' && dueAt <= at;
}
