import type { RelationshipId } from '#schema/ids.ts';
import type { Readers } from '../shared/storage.ts';
import type { FoldedRelationship } from './fold-log.ts';
import type { LogFault } from './log-fault.ts';

/** Holds the tables of current state against the fold: nothing more, nothing less, nothing else. */
export async function compareState(
  read: Pick<Readers, 'relationship' | 'consent'>,
  folds: ReadonlyMap<RelationshipId, FoldedRelationship>,
): Promise<LogFault[]> {
  const faults: LogFault[] = [];
  for (const [id, fold] of folds) {
    const relationship = await read.relationship.find(id);
    if (!relationship) {
      faults.push({
        code: 'state-mismatch',
        at: `relationship ${id}`,
        detail: 'is in the log but not in the table',
      });
      continue;
    }
    if (relationship.seq !== fold.seq || relationship.lastLeaf !== fold.leaf) {
      faults.push({
        code: 'chain-broken',
        at: `relationship ${id}`,
        detail: `ends at ${relationship.seq}, the log at ${fold.seq}`,
      });
    }
    if (
      (relationship.endedAt === null) !== fold.connected ||
      (relationship.restrictedAt !== null) !== fold.restricted
    ) {
      faults.push({ code: 'state-mismatch', at: `relationship ${id}`, detail: 'differs from its entries' });
    }
    const consents = await read.consent.ofRelationship(id);
    for (const consent of consents) {
      const folded = fold.consents.get(consent.purposeId);
      const at = `consent ${id}/${consent.purposeId}`;
      if (!folded) faults.push({ code: 'state-without-entry', at, detail: 'has no entry in the log' });
      else if (
        folded.index !== consent.lastIndex ||
        canonical(folded.standing) !== canonical(consent.standing)
      ) {
        faults.push({
          code: 'state-mismatch',
          at,
          detail: `entry ${folded.index} says ${folded.standing.state}, the table ${consent.standing.state}`,
        });
      }
    }
    for (const purposeId of fold.consents.keys()) {
      if (!consents.some((consent) => consent.purposeId === purposeId)) {
        faults.push({
          code: 'state-mismatch',
          at: `consent ${id}/${purposeId}`,
          detail: 'is in the log but not in the table',
        });
      }
    }
  }
  return faults;
}

function canonical(standing: object): string {
  return JSON.stringify(Object.entries(standing).sort(([a], [b]) => (a < b ? -1 : 1)));
}
