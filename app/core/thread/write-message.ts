import type { CustomerId, ThreadId } from '#schema/ids.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Intent } from '../shared/idempotency-store.ts';
import { needDialogueKey } from '../vault/dialogue-key.ts';
import { CUSTOMER, cleanPictures, draftMessage, insertDraft } from './draft-message.ts';
import { oncePerIntent } from './once-per-intent.ts';
import { findOwnThread, lockOwnThread } from './own-thread.ts';
import { answerDueAt } from './start-thread.ts';
import { ThreadError } from './thread-error.ts';
import { parseText } from './thread-text.ts';

export interface WriteMessageInput {
  readonly customerId: CustomerId;
  readonly threadId: ThreadId;
  readonly text: string;
  readonly pictures?: readonly Buffer[];
  readonly intent?: Intent;
}

/**
 * The customer writes on. What already waits for the company keeps its due
 * date: a second message does not give it more time.
 *
 * @throws ThreadError, also `thread-closed`; NotFoundError
 */
export async function writeMessage(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  { customerId, threadId, text, pictures, intent }: WriteMessageInput,
): Promise<void> {
  const known = await findOwnThread(core.storage.read, customerId, threadId);
  if (known.state === 'closed') throw new ThreadError('thread-closed');
  const clean = cleanPictures(pictures);
  const parsed = parseText(text);
  const key = await needDialogueKey(core, known.relationshipId);
  const draft = draftMessage(core, key, known, CUSTOMER, parsed, clean);
  const at = core.world.now();
  await oncePerIntent(core, intent, draft.message.id, async (tx) => {
    const thread = await lockOwnThread(tx, customerId, threadId);
    if (!(await tx.relationship.findLive(customerId, thread.companyId))) throw new NotFoundError();
    if (thread.state === 'closed') throw new ThreadError('thread-closed');
    await insertDraft(tx, draft, at);
    await tx.thread.move({ ...thread, state: 'open', dueAt: thread.dueAt ?? answerDueAt(at), lastAt: at });
  });
}
