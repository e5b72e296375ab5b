import type { CompanyId, CustomerId, PictureId, RelationshipId, ThreadId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { DialogueSide, StatementTarget } from '#schema/thread.ts';
import type { CounterStatement, Message, Picture, PictureFacts, Thread } from './thread.ts';

/** The last one of a page: an instant alone would not tell two of one moment apart. */
export interface PageEnd {
  readonly at: Instant;
  readonly id: string;
}

/** Texts and pictures are sealed; opening them is the door's. */
export interface ThreadReader {
  find(id: ThreadId): Promise<Thread | undefined>;
  /** Last written first, over all companies. */
  ofCustomer(customerId: CustomerId, limit: number, before?: PageEnd): Promise<Thread[]>;
  /** Answered, and not yet shown to the customer: last written first. */
  unseen(customerId: CustomerId, limit: number): Promise<Thread[]>;
  /** What waits for the company: earliest due first. */
  waiting(companyId: CompanyId, limit: number): Promise<Thread[]>;
  /** Everything else of the company, last written first. */
  settled(companyId: CompanyId, limit: number, before?: PageEnd): Promise<Thread[]>;
  /** Those to which the officer was called, last called first. */
  withOfficer(companyId: CompanyId, limit: number): Promise<Thread[]>;
  countWaiting(companyId: CompanyId): Promise<number>;
  /** In the order of writing. */
  messages(threadId: ThreadId): Promise<Message[]>;
  pictures(threadId: ThreadId): Promise<PictureFacts[]>;
  picture(threadId: ThreadId, id: PictureId): Promise<Picture | undefined>;
  statementsOfCustomer(customerId: CustomerId): Promise<CounterStatement[]>;
  statementsOfRelationship(relationshipId: RelationshipId): Promise<CounterStatement[]>;
  /** Newest first. */
  statementsOfCompany(
    companyId: CompanyId,
    target: StatementTarget,
    limit: number,
  ): Promise<CounterStatement[]>;
}

export interface ThreadWriter extends ThreadReader {
  /** The thread as it is, held against other writers until the transaction ends. */
  lock(id: ThreadId): Promise<Thread | undefined>;
  insert(thread: Thread): Promise<void>;
  /** State, due date, officer and last instant. */
  move(thread: Pick<Thread, 'id' | 'state' | 'dueAt' | 'officerSince' | 'lastAt'>): Promise<void>;
  /** What was written up to `lastAt` was shown to this side; never moves back. */
  noteSeen(id: ThreadId, side: DialogueSide, lastAt: Instant): Promise<void>;
  insertMessage(message: Message): Promise<void>;
  insertPicture(picture: Picture): Promise<void>;
  /** The first statement on a thing stays; later ones are messages. */
  keepStatement(statement: CounterStatement): Promise<void>;
  deleteOfRelationship(relationshipId: RelationshipId): Promise<void>;
  deleteOfCustomer(customerId: CustomerId): Promise<void>;
}
