import type { Company } from '#app/core/company/company.ts';
import type { Core } from '#app/core/shared/core.ts';
import { isNewTo } from '#app/core/thread/note-seen.ts';
import { waitsSince } from '#app/core/thread/start-thread.ts';
import type { Message, PictureFacts, Thread } from '#app/core/thread/thread.ts';
import { openMessages, openThreads } from '#app/core/vault/doors/open-dialogue.ts';
import type { QuoteView, SaidView, ThreadLine, ThreadView } from '#app/screens/thread/view.ts';
import type { PurposeId, StaffId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { LocalizedText } from '#schema/language.ts';
import type { DialogueSide, ThreadQuote } from '#schema/thread.ts';

type OpenedThread = Thread & { readonly title: string };

/** The caller has established that the reader is one of the two sides, here and below. Shredded ones are left out. */
export async function readThreadLines(
  core: Pick<Core, 'keys'>,
  threads: readonly Thread[],
  at: Instant,
  reader: DialogueSide,
): Promise<(ThreadLine & Pick<Thread, 'companyId' | 'relationshipId'>)[]> {
  return (await openThreads(core, threads)).map((thread) => ({
    ...lineOf(thread, at, reader),
    companyId: thread.companyId,
    relationshipId: thread.relationshipId,
  }));
}

/** @param pictureHref address of one picture of this thread, for this reader */
export async function readThreadView(
  core: Pick<Core, 'storage' | 'keys'>,
  thread: Thread,
  company: Company,
  at: Instant,
  reader: DialogueSide,
  pictureHref: (picture: PictureFacts) => string,
): Promise<ThreadView | undefined> {
  const { read } = core.storage;
  const [opened] = await openThreads(core, [thread]);
  if (!opened) return undefined;
  const messages = await openMessages(core, await read.thread.messages(thread.id));
  const pictures = await read.thread.pictures(thread.id);
  const signs = new Map((await read.staff.ofCompany(company.id)).map(({ id, pseudonym }) => [id, pseudonym]));
  return {
    ...lineOf(opened, at, reader),
    companyName: company.profile.name,
    purpose: thread.purposeId && (await titleOf(core, thread.purposeId)),
    quote: opened.quote && (await quoteView(core, opened.quote)),
    messages: messages.map((message) => saidView(message, pictures, signs, pictureHref)),
  };
}

export async function quoteView(core: Pick<Core, 'storage'>, quote: ThreadQuote): Promise<QuoteView> {
  if (quote.kind === 'entry') {
    const { kind, entry, happenedOn, text } = quote;
    return { kind, entry, happenedOn, text };
  }
  const { kind, at, how, role, fields, purposeId, reason } = quote;
  return { kind, at, how, role, fields, reason, purpose: purposeId && (await titleOf(core, purposeId)) };
}

/** Of a pseudonym what tells one person from another. */
export function signOf<Sign extends string | null>(pseudonym: Sign): Sign {
  return (pseudonym && pseudonym.replace(/^staff-/, '')) as Sign;
}

async function titleOf(
  { storage: { read } }: Pick<Core, 'storage'>,
  purposeId: PurposeId,
): Promise<LocalizedText | null> {
  return (await read.purpose.currentVersion(purposeId))?.content.title ?? null;
}

function lineOf(thread: OpenedThread, at: Instant, reader: DialogueSide): ThreadLine {
  const { id, title, concern, startedBy, state, wishedBy, dueAt, officerSince, createdAt, lastAt } = thread;
  const overdue = dueAt !== null && dueAt <= at;
  return {
    id,
    title,
    concern,
    startedBy,
    state,
    wishedBy,
    dueAt,
    waitsSince: waitsSince(thread),
    isNew: isNewTo(thread, reader),
    overdue,
    officerSince,
    createdAt,
    lastAt,
  };
}

function saidView(
  { id, by, role, staffId, at, text }: Message & { readonly text: string },
  pictures: readonly PictureFacts[],
  signs: ReadonlyMap<StaffId, string>,
  pictureHref: (picture: PictureFacts) => string,
): SaidView {
  return {
    id,
    by,
    role,
    sign: signOf((staffId && signs.get(staffId)) ?? null),
    at,
    text,
    pictures: pictures
      .filter(({ messageId }) => messageId === id)
      .map((picture) => ({ href: pictureHref(picture), width: picture.width, height: picture.height })),
  };
}
