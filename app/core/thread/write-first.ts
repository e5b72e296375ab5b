import type { PurposeId, SubjectId, ThreadId } from '#schema/ids.ts';
import type { ThreadHead } from '#schema/thread.ts';
import { findPermission } from '../permission/find-permission.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { type Intent, wasDone } from '../shared/idempotency-store.ts';
import type { Staff } from '../staff/staff.ts';
import { recordPortalWordInside } from '../use/record-portal-word.ts';
import { needDialogueKey } from '../vault/dialogue-key.ts';
import { threadPlace } from '../vault/places.ts';
import { sealJson } from '../vault/seal.ts';
import { cleanPictures, draftMessage } from './draft-message.ts';
import { insertThread } from './start-thread.ts';
import type { Thread } from './thread.ts';
import { parseText, parseTitle } from './thread-text.ts';

export interface WriteFirstInput {
  readonly staff: Staff;
  readonly subject: SubjectId;
  /** One, and the customer reads which: it must allow a word here in the portal now. */
  readonly purposeId: PurposeId;
  readonly title: string;
  readonly text: string;
  readonly pictures?: readonly Buffer[];
  readonly intent?: Intent;
}

/**
 * The company begins a conversation, where a purpose allows the channel
 * `portal`. No mail goes out: that would be another channel. The word counts as
 * a use of its purpose, so that the customer's limit per week holds here too.
 *
 * @throws NotFoundError where it is not permitted, as for somebody who is not there; ThreadError for texts and pictures
 */
export async function writeFirst(core: Core, input: WriteFirstInput): Promise<void> {
  const { staff, subject, purposeId, intent } = input;
  const title = parseTitle(input.title);
  const text = parseText(input.text);
  const { companyId } = staff;
  const found = companyId && (await core.storage.read.relationship.findBySubject(companyId, subject));
  if (!found || found.endedAt !== null || !staff.roles.includes('marketer')) throw new NotFoundError();
  const pictures = cleanPictures(input.pictures);
  const key = await needDialogueKey(core, found.id);
  const id = core.world.newId() as ThreadId;
  const head: ThreadHead = { title, quote: null };
  const of = { id, relationshipId: found.id, customerId: found.customerId };
  const author = { by: 'company', staffId: staff.id, role: 'marketer' } as const;
  const draft = draftMessage(core, key, of, author, text, pictures);
  const sealed = sealJson(key, threadPlace(id), head);
  await core.sequencer.submit(async (act) => {
    const { tx, at } = act;
    if (intent) {
      if (await wasDone(tx.idempotency, intent)) return;
      await tx.idempotency.insert({ ...intent, outcome: id }, at);
    }
    const relationship = await tx.relationship.find(found.id);
    const purpose = await tx.purpose.find(purposeId);
    if (!relationship || !purpose || purpose.companyId !== companyId) throw new NotFoundError();
    if (!(await findPermission(tx, relationship, purpose, at, 'portal')).allowed) throw new NotFoundError();
    const thread: Thread = {
      ...of,
      companyId,
      startedBy: 'company',
      concern: 'offer',
      purposeId,
      state: 'answered',
      wishedBy: null,
      dueAt: null,
      officerSince: null,
      createdAt: at,
      lastAt: at,
      seenByCustomerAt: null,
      seenByCompanyAt: at,
      sealed,
    };
    await insertThread(tx, thread, draft);
    const word = { companyId, relationshipId: found.id, purposeId, messageId: draft.message.id };
    await recordPortalWordInside(core, act, { ...word, writtenBy: staff.pseudonym });
  });
}
