import type { CounterStatement, Message, Picture, PictureFacts, Thread } from '#app/core/thread/thread.ts';
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
import type { CounterStatementRow, ThreadMessageRow, ThreadPictureRow, ThreadRow } from '../tables/thread.ts';

export function toThread(row: ThreadRow): Thread {
  return {
    id: row.id as ThreadId,
    relationshipId: row.relationship_id as RelationshipId,
    customerId: row.customer_id as CustomerId,
    companyId: row.company_id as CompanyId,
    startedBy: row.started_by as DialogueSide,
    concern: row.concern as ThreadConcern,
    purposeId: row.purpose_id as PurposeId | null,
    state: row.state as ThreadState,
    wishedBy: row.wished_by,
    dueAt: row.due_at as Instant | null,
    officerSince: row.officer_since as Instant | null,
    createdAt: row.created_at as Instant,
    lastAt: row.last_at as Instant,
    seenByCustomerAt: row.seen_by_customer_at as Instant | null,
    seenByCompanyAt: row.seen_by_company_at as Instant | null,
    sealed: row.sealed,
  };
}

export function toThreadRow(thread: Thread): ThreadRow {
  return {
    id: thread.id,
    relationship_id: thread.relationshipId,
    customer_id: thread.customerId,
    company_id: thread.companyId,
    started_by: thread.startedBy,
    concern: thread.concern,
    purpose_id: thread.purposeId,
    state: thread.state,
    wished_by: thread.wishedBy,
    due_at: thread.dueAt,
    officer_since: thread.officerSince,
    created_at: thread.createdAt,
    last_at: thread.lastAt,
    seen_by_customer_at: thread.seenByCustomerAt,
    seen_by_company_at: thread.seenByCompanyAt,
    sealed: thread.sealed,
  };
}

export function toMessage(row: ThreadMessageRow): Message {
  return {
    id: row.id as MessageId,
    threadId: row.thread_id as ThreadId,
    relationshipId: row.relationship_id as RelationshipId,
    customerId: row.customer_id as CustomerId,
    position: row.position,
    by: row.side as DialogueSide,
    staffId: row.staff_id as StaffId | null,
    role: row.role as StaffRole | null,
    at: row.at as Instant,
    sealed: row.sealed,
  };
}

export function toMessageRow(message: Message): ThreadMessageRow {
  return {
    id: message.id,
    thread_id: message.threadId,
    relationship_id: message.relationshipId,
    customer_id: message.customerId,
    position: message.position,
    side: message.by,
    staff_id: message.staffId,
    role: message.role,
    at: message.at,
    sealed: message.sealed,
  };
}

export function toPictureFacts(row: Omit<ThreadPictureRow, 'sealed'>): PictureFacts {
  return {
    id: row.id as PictureId,
    messageId: row.message_id as MessageId,
    threadId: row.thread_id as ThreadId,
    relationshipId: row.relationship_id as RelationshipId,
    customerId: row.customer_id as CustomerId,
    position: row.position,
    mediaType: row.media_type as PictureType,
    width: row.width,
    height: row.height,
  };
}

export function toPictureRow(picture: Picture): ThreadPictureRow {
  return {
    id: picture.id,
    message_id: picture.messageId,
    thread_id: picture.threadId,
    relationship_id: picture.relationshipId,
    customer_id: picture.customerId,
    position: picture.position,
    media_type: picture.mediaType,
    width: picture.width,
    height: picture.height,
    sealed: picture.sealed,
  };
}

export function toStatement(row: CounterStatementRow): CounterStatement {
  return {
    relationshipId: row.relationship_id as RelationshipId,
    customerId: row.customer_id as CustomerId,
    companyId: row.company_id as CompanyId,
    target: row.target as StatementTarget,
    targetId: row.target_id,
    threadId: row.thread_id as ThreadId,
    at: row.at as Instant,
    sealed: row.sealed,
  };
}

export function toStatementRow(statement: CounterStatement): CounterStatementRow {
  return {
    relationship_id: statement.relationshipId,
    target_id: statement.targetId,
    customer_id: statement.customerId,
    company_id: statement.companyId,
    target: statement.target,
    thread_id: statement.threadId,
    at: statement.at,
    sealed: statement.sealed,
  };
}
