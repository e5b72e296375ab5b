import type { DialogueSide } from '#schema/thread.ts';
import type { Core } from '../shared/core.ts';
import type { Thread } from './thread.ts';

/**
 * The page with this conversation was shown to one side. Only that side ever
 * reads this: whether and when the other one has read is nobody's business.
 * Notes the words that were shown and not the moment, so that one which comes
 * in between stays new.
 *
 * @param thread as it was shown
 */
export async function noteSeen(
  core: Pick<Core, 'storage'>,
  thread: Thread,
  side: DialogueSide,
): Promise<void> {
  const seen = side === 'customer' ? thread.seenByCustomerAt : thread.seenByCompanyAt;
  if (seen !== null && seen >= thread.lastAt) return;
  await core.storage.transact((tx) => tx.thread.noteSeen(thread.id, side, thread.lastAt));
}

/** The other side has written since, and it is this side's turn to read. */
export function isNewTo(thread: Thread, side: DialogueSide): boolean {
  const [turn, seen] =
    side === 'customer'
      ? (['answered', thread.seenByCustomerAt] as const)
      : (['open', thread.seenByCompanyAt] as const);
  return thread.state === turn && (seen === null || seen < thread.lastAt);
}
