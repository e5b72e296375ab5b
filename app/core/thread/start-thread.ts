import type { CompanyId, CustomerId, ThreadId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { ANSWER_DAYS, type CUSTOMER_CONCERNS, type ThreadHead } from '#schema/thread.ts';
import { NotFoundError } from '../shared/app-error.ts';
import { addMs, DAY_MS } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import type { Intent } from '../shared/idempotency-store.ts';
import type { Writers } from '../shared/storage.ts';
import { needDialogueKey } from '../vault/dialogue-key.ts';
import { statementPlace, threadPlace } from '../vault/places.ts';
import { sealJson } from '../vault/seal.ts';
import { CUSTOMER, cleanPictures, type DraftedMessage, draftMessage, insertDraft } from './draft-message.ts';
import { findQuote, type ThreadTarget } from './find-quote.ts';
import { oncePerIntent } from './once-per-intent.ts';
import type { CounterStatement, Thread } from './thread.ts';
import { parseText, parseTitle, parseWishedDay } from './thread-text.ts';

export interface StartThreadInput {
  readonly customerId: CustomerId;
  readonly companyId: CompanyId;
  readonly concern: (typeof CUSTOMER_CONCERNS)[number];
  readonly title: string;
  readonly text: string;
  /** `YYYY-MM-DD` or empty. */
  readonly wishedBy: string;
  /** The look or entry that is questioned; with a disagreement the text stays with it as a counter-statement. */
  readonly about?: ThreadTarget;
  readonly pictures?: readonly Buffer[];
  readonly intent?: Intent;
}

export const answerDueAt = (at: Instant): Instant => addMs(at, ANSWER_DAYS * DAY_MS);

/** Since when the company's answer is waited for: a further word of the customer moves nothing. */
export const waitsSince = ({ dueAt }: Pick<Thread, 'dueAt'>): Instant | null =>
  dueAt && addMs(dueAt, -ANSWER_DAYS * DAY_MS);

/**
 * A customer begins a conversation with a connected company. Permits nothing:
 * the company may answer and no more.
 *
 * @throws ThreadError for a form that does not fit, NotFoundError without a running relationship
 */
export async function startThread(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  input: StartThreadInput,
): Promise<ThreadId> {
  const { customerId, companyId, concern } = input;
  const at = core.world.now();
  const title = parseTitle(input.title);
  const text = parseText(input.text);
  const wishedBy = parseWishedDay(input.wishedBy, at.slice(0, 10));
  const pictures = cleanPictures(input.pictures);
  const relationship = await core.storage.read.relationship.findLive(customerId, companyId);
  if (!relationship) throw new NotFoundError();
  const quote = input.about ? await findQuote(core, input, input.about) : null;
  const key = await needDialogueKey(core, relationship.id);
  const id = core.world.newId() as ThreadId;
  const head: ThreadHead = { title, quote };
  const thread: Thread = {
    id,
    relationshipId: relationship.id,
    customerId,
    companyId,
    startedBy: 'customer',
    concern,
    purposeId: null,
    state: 'open',
    wishedBy,
    dueAt: answerDueAt(at),
    officerSince: null,
    createdAt: at,
    lastAt: at,
    seenByCustomerAt: at,
    seenByCompanyAt: null,
    sealed: sealJson(key, threadPlace(id), head),
  };
  const draft = draftMessage(core, key, thread, CUSTOMER, text, pictures);
  const disputed = concern === 'disagreement' ? input.about : undefined;
  const statement = disputed && {
    ...disputed,
    sealed: sealJson(key, statementPlace(relationship.id, disputed.id), { text }),
  };
  return oncePerIntent(core, input.intent, id, async (tx) => {
    if (!(await tx.relationship.findLive(customerId, companyId))) throw new NotFoundError();
    await insertThread(tx, thread, draft);
    if (statement) await tx.thread.keepStatement(statementOf(thread, statement));
  });
}

export async function insertThread(tx: Writers, thread: Thread, draft: DraftedMessage): Promise<void> {
  await tx.thread.insert(thread);
  await insertDraft(tx, draft, thread.createdAt);
}

function statementOf(
  { id, relationshipId, customerId, companyId, createdAt }: Thread,
  { target, id: targetId, sealed }: ThreadTarget & { readonly sealed: Buffer },
): CounterStatement {
  return { relationshipId, customerId, companyId, target, targetId, threadId: id, at: createdAt, sealed };
}
