import type { FieldId } from '#schema/field.ts';
import type { RecallKind } from '#schema/recall.ts';
import type { ReceivedFields } from '../disclosure/disclosure-store.ts';
import { groupBy } from '../shared/group-by.ts';
import type { Readers } from '../shared/storage.ts';
import type { RecallWish } from './open-recall.ts';
import type { Recall } from './recall.ts';

/**
 * What the company received and has not said that it deleted, by purpose. A
 * confirmation counts for the fields it named and what was read before it was
 * asked for. The end asks for everything once more unless an end was confirmed:
 * what one purpose gave back another may have let the company keep.
 */
export async function readUnconfirmed(
  read: Pick<Readers, 'disclosure' | 'recall'>,
  { relationship, kind, purposeId, fields }: RecallWish,
): Promise<ReceivedFields[]> {
  const { id } = relationship;
  const ever = (await read.disclosure.received(id)).filter((one) => isAsked(one, purposeId));
  if (ever.length === 0) return [];
  const confirmed = deletes(kind)
    ? (await read.recall.ofRelationship(id)).filter((old) => wasDeleted(old, purposeId))
    : [];
  const wanted = ever.flatMap((one) => one.fields).filter((field) => fields?.includes(field) ?? true);
  const bySince = groupBy(new Set(wanted), (field) => lastAsked(confirmed, field));
  const found = new Map<string, ReceivedFields>();
  for (const [since, group] of bySince) {
    const received = since ? await read.disclosure.received(id, since) : ever;
    for (const one of received.filter((other) => isAsked(other, purposeId))) {
      const fields = one.fields.filter((field) => group.includes(field));
      const key = `${one.purposeId}/${one.fields.join()}`;
      if (fields.length > 0) found.set(key, join(found.get(key), { ...one, fields }));
    }
  }
  return [...found.values()];
}

/** The same looks, seen for some of their fields and for others. */
function join(known: ReceivedFields | undefined, more: ReceivedFields): ReceivedFields {
  if (!known) return more;
  return {
    ...more,
    fields: [...known.fields, ...more.fields],
    firstAt: known.firstAt < more.firstAt ? known.firstAt : more.firstAt,
    lastAt: known.lastAt > more.lastAt ? known.lastAt : more.lastAt,
    count: Math.max(known.count, more.count),
  };
}

/** The other two kinds ask to correct and to leave alone. */
function deletes(kind: RecallKind): boolean {
  return kind === 'withdrawn' || kind === 'ended' || kind === 'erased';
}

function isAsked(one: ReceivedFields, purposeId: RecallWish['purposeId']): boolean {
  return purposeId === null || one.purposeId === purposeId;
}

function wasDeleted({ state, kind, purposeId }: Recall, asked: RecallWish['purposeId']): boolean {
  return state === 'confirmed' && deletes(kind) && (purposeId === null || purposeId === asked);
}

function lastAsked(confirmed: readonly Recall[], field: FieldId) {
  return confirmed
    .filter((old) => old.fields.includes(field))
    .map(({ openedAt }) => openedAt)
    .sort()
    .at(-1);
}
