import type { Recall } from '../recall/recall.ts';
import type { StoredState } from './compare-state.ts';
import type { FoldedRecall, FoldedRelationship } from './fold-log.ts';
import type { ReportFault } from './log-fault.ts';

/**
 * What a company says that it deleted, held against the log: no recall counts
 * as confirmed without an entry, none that was confirmed is open again, and
 * what the company was told is what it confirmed.
 */
export function compareRecalls(
  { recalls }: Pick<StoredState, 'recalls'>,
  fold: Pick<FoldedRelationship, 'recalls'>,
  report: ReportFault,
): void {
  for (const recall of recalls) {
    const at = `recall ${recall.id}`;
    const folded = fold.recalls.get(recall.id);
    if (!folded && recall.state !== 'confirmed') continue;
    if (!folded) {
      report('state-without-entry', at, 'counts as confirmed, but no entry says so');
      continue;
    }
    const differing = differingColumns(recall, folded);
    if (differing.length > 0)
      report('state-mismatch', at, `${differing.join(', ')} differ from entry ${folded.index}`);
  }
  const stored = new Set(recalls.map(({ id }) => id));
  for (const [id, { index }] of fold.recalls)
    if (!stored.has(id))
      report('state-mismatch', `recall ${id}`, `is in the log (entry ${index}) but not in the table`);
}

function differingColumns(recall: Recall, { told, confirmedAt, index }: FoldedRecall): string[] {
  const columns: [name: string, equal: boolean][] = [
    ['state', recall.state === 'confirmed'],
    ['instant', recall.closedAt === confirmedAt],
    ['entry', recall.ledgerIndex === index],
    ['kind', recall.kind === told.kind],
    ['purpose', recall.purposeId === told.purpose],
    ['fields', recall.fields.join() === told.fields.join()],
    ['told', recall.openedAt === told.toldAt],
    ['due', recall.dueAt === told.dueAt],
  ];
  return columns.flatMap(([name, equal]) => (equal ? [] : [name]));
}
