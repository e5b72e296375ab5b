import type { MessageId, PictureId, StaffId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { StaffRole } from '#schema/staff.ts';
import { type DialogueSide, PICTURES_MAX } from '#schema/thread.ts';
import type { Core } from '../shared/core.ts';
import type { Writers } from '../shared/storage.ts';
import { messagePlace, picturePlace } from '../vault/places.ts';
import { seal, sealJson } from '../vault/seal.ts';
import { type CleanPicture, cleanPicture } from './clean-picture.ts';
import type { Message, Picture, Thread } from './thread.ts';
import { ThreadError } from './thread-error.ts';

export interface Author {
  readonly by: DialogueSide;
  readonly staffId: StaffId | null;
  readonly role: StaffRole | null;
}

export const CUSTOMER: Author = { by: 'customer', staffId: null, role: null };

/** Sealed and ready; what is missing is known only inside the transaction. */
export interface DraftedMessage {
  readonly message: Omit<Message, 'position' | 'at'>;
  readonly pictures: readonly Picture[];
}

/** @throws ThreadError for too many pictures or one that cannot be kept */
export function cleanPictures(pictures: readonly Buffer[] = []): CleanPicture[] {
  if (pictures.length > PICTURES_MAX) throw new ThreadError('too-many-pictures');
  return pictures.map(cleanPicture);
}

/** Seals outside the transaction: nobody waits while megabytes are sealed. */
export function draftMessage(
  { world }: Pick<Core, 'world'>,
  key: Buffer,
  thread: Pick<Thread, 'id' | 'relationshipId' | 'customerId'>,
  author: Author,
  text: string,
  pictures: readonly CleanPicture[] = [],
): DraftedMessage {
  const id = world.newId() as MessageId;
  const of = { threadId: thread.id, relationshipId: thread.relationshipId, customerId: thread.customerId };
  return {
    message: { ...of, id, ...author, sealed: sealJson(key, messagePlace(id), { text }) },
    pictures: pictures.map(({ mediaType, bytes, width, height }, position) => {
      const pictureId = world.newId() as PictureId;
      const sealed = seal(key, picturePlace(pictureId), bytes);
      return { ...of, id: pictureId, messageId: id, position, mediaType, width, height, sealed };
    }),
  };
}

/** Puts the message at the thread's end. The thread is locked or new. */
export async function insertDraft(
  tx: Writers,
  { message, pictures }: DraftedMessage,
  at: Instant,
): Promise<void> {
  const position = (await tx.thread.messages(message.threadId)).length;
  await tx.thread.insertMessage({ ...message, position, at });
  for (const picture of pictures) await tx.thread.insertPicture(picture);
}
