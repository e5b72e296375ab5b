import type { CustomerId, ThreadId } from '#schema/ids.ts';
import type { Core } from '../shared/core.ts';
import { lockOwnThread } from './own-thread.ts';

/** The customer ends the conversation; nobody writes in it any more. Closing twice is closing. */
export function closeThread(
  core: Pick<Core, 'storage'>,
  { customerId, threadId }: { readonly customerId: CustomerId; readonly threadId: ThreadId },
): Promise<void> {
  return core.storage.transact(async (tx) => {
    const thread = await lockOwnThread(tx, customerId, threadId);
    if (thread.state === 'closed') return;
    await tx.thread.move({ ...thread, state: 'closed', dueAt: null });
  });
}
