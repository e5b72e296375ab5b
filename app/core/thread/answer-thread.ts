import type { ThreadId } from '#schema/ids.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { type Intent, wasDone } from '../shared/idempotency-store.ts';
import { type DraftedMail, draftMail } from '../sign-in/draft-mail.ts';
import { customerPrincipal } from '../sign-in/principal.ts';
import type { Staff } from '../staff/staff.ts';
import { recordPortalWordInside } from '../use/record-portal-word.ts';
import { needDialogueKey } from '../vault/dialogue-key.ts';
import { profileKeyId } from '../vault/places.ts';
import { type DialogueRole, findCompanyThread, mayCompanyWrite, mayRead } from './company-thread.ts';
import { cleanPictures, type DraftedMessage, draftMessage, insertDraft } from './draft-message.ts';
import type { Thread } from './thread.ts';
import { ThreadError } from './thread-error.ts';
import { parseText } from './thread-text.ts';

export interface AnswerInput {
  readonly staff: Staff;
  /** As whom: the officer answers where the customer called. */
  readonly role: DialogueRole;
  readonly threadId: ThreadId;
  readonly text: string;
  readonly pictures?: readonly Buffer[];
  readonly intent?: Intent;
}

/**
 * Staff answer. The customer gets a mail that there is an answer, without a
 * word of it. In the sequencer, because the right to a further word is read
 * where a no would be written: it never comes after one.
 *
 * @throws ThreadError, also `thread-closed` and `not-your-turn`; NotFoundError
 */
export async function answerThread(core: Core, input: AnswerInput): Promise<void> {
  const { staff, role, threadId } = input;
  const known = await findCompanyThread(core.storage.read, staff, role, threadId);
  // Asked again inside: here it only spares the work on pictures that nobody may send.
  if (known.state === 'closed') throw new ThreadError('thread-closed');
  const text = parseText(input.text);
  const pictures = cleanPictures(input.pictures);
  const key = await needDialogueKey(core, known.relationshipId);
  const author = { by: 'company', staffId: staff.id, role } as const;
  const draft = draftMessage(core, key, known, author, text, pictures);
  const mail = await draftAnswerMail(core, known);
  await core.sequencer.submit((act) => answerInside(core, act, input, draft, mail));
}

async function answerInside(
  core: Core,
  act: ActContext,
  { staff, role, threadId, intent }: AnswerInput,
  draft: DraftedMessage,
  mail: DraftedMail,
): Promise<void> {
  const { tx, at } = act;
  if (intent) {
    if (await wasDone(tx.idempotency, intent)) return;
    await tx.idempotency.insert({ ...intent, outcome: threadId }, at);
  }
  const thread = await tx.thread.lock(threadId);
  const relationship = thread && (await tx.relationship.find(thread.relationshipId));
  if (!thread || !mayRead(staff, role, thread) || !relationship || relationship.endedAt !== null)
    throw new NotFoundError();
  if (thread.state === 'closed') throw new ThreadError('thread-closed');
  if (!(await mayCompanyWrite(tx, thread, at))) throw new ThreadError('not-your-turn');
  await insertDraft(tx, draft, at);
  await tx.thread.move({ ...thread, state: 'answered', dueAt: null, lastAt: at });
  if (thread.state === 'open') {
    await tx.job.insert({ ...mail, runAt: at }, at);
  } else if (thread.purposeId) {
    // A word that nobody asked for stays in the portal and counts: only an answer is worth a mail.
    const { companyId, relationshipId, purposeId } = thread;
    const word = { companyId, relationshipId, purposeId, messageId: draft.message.id };
    await recordPortalWordInside(core, act, { ...word, writtenBy: staff.pseudonym });
  }
}

async function draftAnswerMail(core: Core, { id, customerId, companyId }: Thread): Promise<DraftedMail> {
  const customer = await core.storage.read.customer.find(customerId);
  if (!customer) throw new NotFoundError();
  return draftMail(
    core,
    {
      template: 'thread-answered',
      to: customerPrincipal(customerId),
      language: customer.language,
      companyId,
      // The page behind it asks for a sign-in: its last part is no secret.
      linkPath: '/me/messages',
      goodUntil: null,
    },
    profileKeyId(customerId),
    { token: id },
  );
}
