import type { FieldId } from '#schema/field.ts';
import type { SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { LocalizedText } from '#schema/language.ts';
import type { RecallKind, RecallState } from '#schema/recall.ts';

/** A recall as its company sees it: whose data, which fields, never a value. */
export interface CompanyRecall {
  readonly id: string;
  readonly subject: SubjectId;
  /** The company's own number for this person. */
  readonly customerNumber: string | null;
  readonly kind: RecallKind;
  /** Null: all purposes. */
  readonly purpose: LocalizedText | null;
  readonly fields: readonly FieldId[];
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly looks: number;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly state: RecallState;
  readonly overdue: boolean;
  readonly closedAt: Instant | null;
  /** Who confirmed: the name for colleagues, the pseudonym for everybody else. */
  readonly closedBy: string | null;
  readonly ledgerIndex: number | null;
  /** Of the fields: those that another purpose lets the company keep. */
  readonly stays: readonly FieldId[];
  /** What the company wrote to the person. */
  readonly note: string | null;
}

/** Everything that is open about one person. */
export interface RecalledPerson {
  readonly subject: SubjectId;
  readonly customerNumber: string | null;
  readonly recalls: readonly CompanyRecall[];
}
