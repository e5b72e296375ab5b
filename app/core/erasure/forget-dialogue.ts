import * as z from 'zod';
import { RelationshipId } from '#schema/ids.ts';
import type { Job } from '../job/job-store.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import type { Core } from '../shared/core.ts';
import { dialogueKeyId } from '../vault/places.ts';
import type { FinishCore } from './finish-erasure.ts';
import { orderCleaning } from './order-cleaning.ts';

export const DIALOGUE_JOB = 'forget-dialogue';

const DialogueOrder = z.object({ relationshipId: RelationshipId }).strict();

/**
 * In the act that ends a relationship and removes what was written in it: no
 * duty needs the words, so their key goes as well, and with it every copy in
 * backups and free pages. A crash before it is taken up by the next run.
 */
export async function orderForgetting(
  { world }: Pick<Core, 'world'>,
  { tx, at }: Pick<ActContext, 'tx' | 'at'>,
  relationshipId: RelationshipId,
): Promise<void> {
  const payload = JSON.stringify({ relationshipId } satisfies z.input<typeof DialogueOrder>);
  const job = { id: world.newId(), kind: DIALOGUE_JOB, payload, sealed: null, keyId: null, runAt: at };
  await tx.job.insert(job, at);
}

/** Carries it out; twice is once. A relationship that runs keeps its words, whatever a job says. */
export async function forgetDialogue(core: FinishCore, { payload }: Pick<Job, 'payload'>): Promise<void> {
  const { relationshipId } = DialogueOrder.parse(JSON.parse(payload));
  const relationship = await core.storage.read.relationship.find(relationshipId);
  if (relationship?.endedAt === null) return;
  await core.keys.shred([dialogueKeyId(relationshipId)]);
  await core.storage.transact((tx) => orderCleaning(core, tx, core.world.now()));
}
