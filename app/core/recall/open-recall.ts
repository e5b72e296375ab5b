import { createHash } from 'node:crypto';
import type { FieldId } from '#schema/field.ts';
import type { PurposeId } from '#schema/ids.ts';
import { RECALL_DAYS, type RecallKind } from '#schema/recall.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import type { Relationship } from '../relationship/relationship.ts';
import { addMs, DAY_MS } from '../shared/calendar.ts';
import { readUnconfirmed } from './read-unconfirmed.ts';
import type { Recall } from './recall.ts';

export interface RecallWish {
  readonly relationship: Relationship;
  readonly kind: RecallKind;
  /** Null: whatever the purpose. */
  readonly purposeId: PurposeId | null;
  /** Null: every field that was disclosed. */
  readonly fields: readonly FieldId[] | null;
}

/**
 * Tells a company what it has to do with data it received, in the act that
 * gives the reason. Undefined when nothing of it had been disclosed: then
 * there is nothing to do. What was confirmed before is not asked for again.
 */
export async function openRecallInside(
  { tx, at }: Pick<ActContext, 'tx' | 'at'>,
  { relationship, kind, purposeId, fields }: RecallWish,
): Promise<Recall | undefined> {
  const received = await readUnconfirmed(tx, { relationship, kind, purposeId, fields });
  const [first] = received.map(({ firstAt }) => firstAt).sort();
  const last = received
    .map(({ lastAt }) => lastAt)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return undefined;
  const named = [...new Set(received.flatMap((one) => one.fields))];
  const recall: Recall = {
    // Two fields taken away within a millisecond are two things to delete.
    id: idOf(`${relationship.id}/${kind}/${purposeId ?? ''}/${named.toSorted().join()}/${at}`),
    companyId: relationship.companyId,
    relationshipId: relationship.id,
    subject: relationship.subject,
    kind,
    purposeId,
    fields: named,
    firstAt: first,
    lastAt: last,
    looks: received.reduce((sum, { count }) => sum + count, 0),
    openedAt: at,
    dueAt: addMs(at, RECALL_DAYS * DAY_MS),
    state: 'told',
    closedAt: null,
    closedBy: null,
    ledgerIndex: null,
  };
  // Whoever asks for everything has asked for each part.
  if (kind === 'ended' || kind === 'erased')
    await tx.recall.closeOpen(relationship.id, null, { state: 'covered', at });
  await tx.recall.insert(recall);
  return recall;
}

/** The customer said yes again: what was open for this purpose is called off. */
export function callOffRecallsInside(
  { tx, at }: Pick<ActContext, 'tx' | 'at'>,
  relationship: Relationship,
  purposeId: PurposeId,
): Promise<void> {
  return tx.recall.closeOpen(relationship.id, purposeId, { state: 'called-off', at });
}

/** Unguessable, since the relationship's id is; the same for the same act, however often it runs. */
function idOf(name: string): string {
  return createHash('sha256').update(`driverseat/recall/${name}`).digest('hex').slice(0, 32);
}
