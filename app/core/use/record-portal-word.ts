import { createHash } from 'node:crypto';
import type { CompanyId, MessageId, PurposeId, RelationshipId, UseReportId } from '#schema/ids.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import type { Core } from '../shared/core.ts';

export interface PortalWord {
  readonly companyId: CompanyId;
  readonly relationshipId: RelationshipId;
  readonly purposeId: PurposeId;
  readonly messageId: MessageId;
  /** Pseudonym of the member of staff. */
  readonly writtenBy: string;
}

/**
 * A word of the company that nobody asked for is a use of its purpose like any
 * other: it counts for "how often" and for how long the proof is kept. Part of
 * the act that writes the word.
 */
export async function recordPortalWordInside(
  { world }: Pick<Core, 'world'>,
  { tx, at }: Pick<ActContext, 'tx' | 'at'>,
  { companyId, relationshipId, purposeId, messageId, writtenBy }: PortalWord,
): Promise<void> {
  const what = { purposeId, channel: 'portal', topic: null } as const;
  const reference = `portal/${messageId}`;
  await tx.use.insertReport(
    {
      id: world.newId() as UseReportId,
      companyId,
      reference,
      contentHash: createHash('sha256').update(reference).digest('hex'),
      parts: [{ ...what, count: 1, firstAt: at, lastAt: at }],
      how: 'portal',
      reportedBy: writtenBy,
      recordedAt: at,
    },
    [{ ...what, id: world.newId(), relationshipId, at }],
  );
}
