import type * as z from 'zod';
import type { RelationshipId } from '#schema/ids.ts';
import { DialogueText, ThreadHead } from '#schema/thread.ts';
import type { Interaction } from '../../interaction/interaction-store.ts';
import type { Core } from '../../shared/core.ts';
import type { CounterStatement, Message, Picture, Thread } from '../../thread/thread.ts';
import { open, openJson } from '../open.ts';
import {
  dialogueKeyId,
  interactionPlace,
  messagePlace,
  picturePlace,
  statementPlace,
  threadPlace,
} from '../places.ts';

/**
 * Door 1 of 5 once more: what two sides wrote to each other, for these two.
 * The caller has established that the reader is the customer, or staff of the
 * company who may read this thread or entry. It is no disclosure: nothing of
 * the profile is in it, and who wrote it chose the reader. What was shredded is
 * left out.
 */
export const openThreads = (keys: Keys, threads: readonly Thread[]) =>
  openAll(keys, threads, ThreadHead, ({ id }) => threadPlace(id));

export const openMessages = (keys: Keys, messages: readonly Message[]) =>
  openAll(keys, messages, DialogueText, ({ id }) => messagePlace(id));

export const openInteractions = (keys: Keys, entries: readonly Interaction[]) =>
  openAll(keys, entries, DialogueText, ({ id }) => interactionPlace(id));

export const openStatements = (keys: Keys, statements: readonly CounterStatement[]) =>
  openAll(keys, statements, DialogueText, ({ relationshipId, targetId }) =>
    statementPlace(relationshipId, targetId),
  );

/** Undefined: shredded. */
export async function openPicture({ keys }: Keys, picture: Picture): Promise<Buffer | undefined> {
  const key = await keys.find(dialogueKeyId(picture.relationshipId));
  return key && open(key, picturePlace(picture.id), picture.sealed);
}

type Keys = Pick<Core, 'keys'>;

interface SealedRow {
  readonly relationshipId: RelationshipId;
  readonly sealed: Buffer;
}

async function openAll<Row extends SealedRow, Content>(
  { keys }: Keys,
  rows: readonly Row[],
  shape: z.ZodType<Content>,
  placeOf: (row: Row) => string,
): Promise<(Row & Content)[]> {
  const ids = [...new Set(rows.map(({ relationshipId }) => dialogueKeyId(relationshipId)))];
  const known = await keys.getMany(ids);
  return rows.flatMap((row) => {
    const key = known.get(dialogueKeyId(row.relationshipId));
    return key ? [{ ...row, ...shape.parse(openJson(key, placeOf(row), row.sealed)) }] : [];
  });
}
