import type { RelationshipId } from '#schema/ids.ts';
import type { Writer } from '../connections.ts';
import { FIRST, select, write } from '../statement.ts';

const entriesOf = select((db, p: { relationshipId: string }) =>
  db
    .selectFrom('ledger_entry')
    .select(['idx', 'company_id'])
    .where('relationship_id', '=', p.relationshipId)
    .orderBy('idx'),
);
const lastNumber = select((db, p: { companyId: string }) =>
  db
    .selectFrom('company_change')
    .select('seq')
    .where('company_id', '=', p.companyId)
    .orderBy('seq', 'desc')
    .limit(FIRST),
);
const indexOf = select((db, p: { companyId: string; seq: number }) =>
  db
    .selectFrom('company_change')
    .select('ledger_index')
    .where('company_id', '=', p.companyId)
    .where('seq', '=', p.seq),
);
const clear = write((db, p: { companyId: string; seq: number; relationshipId: string }) =>
  db
    .updateTable('company_change')
    .set({ relationship_id: '' })
    .where('company_id', '=', p.companyId)
    .where('seq', '=', p.seq)
    .where('relationship_id', '=', p.relationshipId),
);

/**
 * Takes the relationship out of its company's sequence of changes; the numbers
 * stay. Numbers grow with the log, so each entry's is found by halving: an
 * index for this alone would cost every decision more than it saves here.
 */
export async function clearChanges(db: Writer, relationshipId: RelationshipId): Promise<void> {
  for (const { idx, company_id: companyId } of await entriesOf(db, { relationshipId })) {
    if (companyId === null) continue;
    let low = 1;
    let high = (await lastNumber(db, { companyId }))[0]?.seq ?? 0;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const [found] = await indexOf(db, { companyId, seq: middle });
      if (!found) return;
      if (found.ledger_index < idx) low = middle + 1;
      else high = middle;
    }
    await clear(db, { companyId, seq: low, relationshipId });
  }
}
