import type {
  CompanyId,
  CustomerId,
  MessageId,
  PictureId,
  PurposeId,
  RelationshipId,
  StaffId,
  ThreadId,
} from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { StaffRole } from '#schema/staff.ts';
import type {
  DialogueSide,
  PictureType,
  StatementTarget,
  ThreadConcern,
  ThreadState,
} from '#schema/thread.ts';

/** One conversation of one customer with one company. */
export interface Thread {
  readonly id: ThreadId;
  readonly relationshipId: RelationshipId;
  readonly customerId: CustomerId;
  readonly companyId: CompanyId;
  readonly startedBy: DialogueSide;
  readonly concern: ThreadConcern;
  /** What allowed the company to write first; null when the customer began. */
  readonly purposeId: PurposeId | null;
  readonly state: ThreadState;
  /** The day until which the customer wishes an answer, `YYYY-MM-DD`. */
  readonly wishedBy: string | null;
  /** Until when the company answers; null while nothing waits for it. */
  readonly dueAt: Instant | null;
  /** Since when the privacy officer reads along: the customer called. */
  readonly officerSince: Instant | null;
  readonly createdAt: Instant;
  readonly lastAt: Instant;
  /** `lastAt` as it was when the page was last shown to this side; null: never. The other side is never told. */
  readonly seenByCustomerAt: Instant | null;
  readonly seenByCompanyAt: Instant | null;
  /** ThreadHead */
  readonly sealed: Buffer;
}

export interface Message {
  readonly id: MessageId;
  readonly threadId: ThreadId;
  readonly relationshipId: RelationshipId;
  readonly customerId: CustomerId;
  /** From 0, in the order of writing. */
  readonly position: number;
  readonly by: DialogueSide;
  /** Both null for the customer. */
  readonly staffId: StaffId | null;
  readonly role: StaffRole | null;
  readonly at: Instant;
  /** DialogueText */
  readonly sealed: Buffer;
}

/** What a list of pictures needs; the bytes are read one by one. */
export interface PictureFacts {
  readonly id: PictureId;
  readonly messageId: MessageId;
  readonly threadId: ThreadId;
  readonly relationshipId: RelationshipId;
  readonly customerId: CustomerId;
  readonly position: number;
  readonly mediaType: PictureType;
  readonly width: number;
  readonly height: number;
}

export interface Picture extends PictureFacts {
  readonly sealed: Buffer;
}

/** What the customer holds against a look or an entry; it stays with it (FADP Art. 32(3)). */
export interface CounterStatement {
  readonly relationshipId: RelationshipId;
  readonly customerId: CustomerId;
  readonly companyId: CompanyId;
  readonly target: StatementTarget;
  /** Id of the disclosure or of the interaction. */
  readonly targetId: string;
  readonly threadId: ThreadId;
  readonly at: Instant;
  /** DialogueText */
  readonly sealed: Buffer;
}
