import type { CustomerId, ThreadId } from '#schema/ids.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Readers, Writers } from '../shared/storage.ts';
import type { Thread } from './thread.ts';

type ThreadReaders = Pick<Readers, 'thread' | 'relationship'>;

/** @throws NotFoundError for another customer's thread, for none, and where the relationship has ended */
export async function findOwnThread(
  read: ThreadReaders,
  customerId: CustomerId,
  threadId: ThreadId,
): Promise<Thread> {
  return running(read, customerId, await read.thread.find(threadId));
}

/** The same, held until the transaction ends: what is decided on it is still so when it is written. */
export async function lockOwnThread(
  tx: Writers,
  customerId: CustomerId,
  threadId: ThreadId,
): Promise<Thread> {
  return running(tx, customerId, await tx.thread.lock(threadId));
}

async function running(
  read: ThreadReaders,
  customerId: CustomerId,
  thread: Thread | undefined,
): Promise<Thread> {
  if (!thread || thread.customerId !== customerId) throw new NotFoundError();
  const relationship = await read.relationship.find(thread.relationshipId);
  if (!relationship || relationship.endedAt !== null) throw new NotFoundError();
  return thread;
}
