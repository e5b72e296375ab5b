import type { CustomerId } from '#schema/ids.ts';
import type { OwnExport } from '#schema/own-export.ts';
import { PICTURE_ENDINGS } from '#schema/thread.ts';
import type { Core } from '../shared/core.ts';
import type { PictureFacts, Thread } from '../thread/thread.ts';
import {
  openInteractions,
  openMessages,
  openPicture,
  openStatements,
  openThreads,
} from '../vault/doors/open-dialogue.ts';
import { type Companies, slugOf } from './company-names.ts';

type Dialogue = Pick<OwnExport, 'conversations' | 'companyNotes' | 'statements' | 'yearly'>;
type Reading = Pick<Core, 'storage' | 'keys'>;

/** Nobody has more; each is opened by itself. */
const MOST_THREADS = 100_000;

/** Where a picture lies in the export. */
const pictureName = ({ id, mediaType }: PictureFacts): string =>
  `pictures/${id}.${PICTURE_ENDINGS[mediaType]}`;

/** What was said, what companies wrote down, what the customer says against it, and the yearly look. */
export async function collectOwnDialogue(
  core: Reading,
  customerId: CustomerId,
  companies: Companies,
): Promise<Dialogue> {
  const { thread, interaction, yearly } = core.storage.read;
  const slug = ({ companyId }: Pick<Thread, 'companyId'>) => slugOf(companies, companyId);
  const conversations: Dialogue['conversations'] = [];
  for (const one of await openThreads(core, await thread.ofCustomer(customerId, MOST_THREADS))) {
    const pictures = await thread.pictures(one.id);
    const messages = await openMessages(core, await thread.messages(one.id));
    const { startedBy, concern, title, state, wishedBy, createdAt, quote } = one;
    conversations.push({
      company: slug(one),
      startedBy,
      concern,
      title,
      state,
      wishedBy,
      createdAt,
      quote,
      messages: messages.map(({ id, by, role, at, text }) => ({
        by,
        role,
        at,
        text,
        pictures: pictures.filter(({ messageId }) => messageId === id).map(pictureName),
      })),
    });
  }
  const notes = await openInteractions(core, await interaction.ofCustomer(customerId));
  const statements = await openStatements(core, await thread.statementsOfCustomer(customerId));
  const reminder = await yearly.reminder(customerId);
  return {
    conversations,
    companyNotes: notes.map(({ kind, happenedOn, role, recordedAt, text, ...one }) => ({
      company: slug(one),
      kind,
      happenedOn,
      role,
      recordedAt,
      text,
    })),
    statements: statements.map(({ target, at, text, ...one }) => ({ company: slug(one), target, at, text })),
    yearly: {
      nextReminderAt: reminder?.nextAt ?? null,
      kept: (await yearly.kept(customerId)).map((one) => ({ company: slug(one), keptAt: one.keptAt })),
    },
  };
}

/** One picture at a time: nobody holds them all. */
export async function* ownPictures(
  core: Reading,
  customerId: CustomerId,
): AsyncGenerator<{ readonly name: string; readonly bytes: Buffer }> {
  const { thread } = core.storage.read;
  for (const { id } of await thread.ofCustomer(customerId, MOST_THREADS)) {
    for (const facts of await thread.pictures(id)) {
      const picture = await thread.picture(id, facts.id);
      const bytes = picture && (await openPicture(core, picture));
      if (bytes) yield { name: pictureName(facts), bytes };
    }
  }
}
