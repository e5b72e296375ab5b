import type { LogFilter } from '#app/core/ledger/ledger-store.ts';
import { listParameter } from '../columns.ts';
import type { Reader } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { select } from '../statement.ts';
import type { LedgerEntryRow } from '../tables/ledger.ts';

/** Records of looks: "who looked" shows them from the disclosures. */
const LOOKS = ['disclosed', 'disclosure-closed', 'evidence-opened'];

/** The officer's index: every filter narrows by columns in clear, nothing is opened. */
function filtered(db: Reader, filter: Omit<LogFilter, 'limit'>) {
  const { relationshipIds, purposeId, kinds, method, from, until, beforeIndex } = filter;
  const { anyOf } = dialectOf(db);
  let query = db.selectFrom('ledger_entry').where('company_id', '=', filter.companyId);
  if (relationshipIds)
    query = query.where((eb) => anyOf(eb.ref('relationship_id'), listParameter(relationshipIds)));
  if (purposeId) query = query.where('purpose_id', '=', purposeId);
  if (kinds) query = query.where((eb) => anyOf(eb.ref('kind'), listParameter(kinds)));
  if (method) query = query.where('method', '=', method);
  if (from) query = query.where('at', '>=', from);
  if (until) query = query.where('at', '<', until);
  if (beforeIndex !== undefined) query = query.where('idx', '<', beforeIndex);
  return query;
}

export function searchLog(db: Reader, filter: LogFilter): Promise<LedgerEntryRow[]> {
  return filtered(db, filter).selectAll().orderBy('idx', 'desc').limit(filter.limit).execute();
}

export async function countLog(
  db: Reader,
  filter: Omit<LogFilter, 'limit' | 'beforeIndex'>,
): Promise<number> {
  const { count } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export const entriesOfRelationship = select((db, p: { relationshipId: string }) =>
  db.selectFrom('ledger_entry').selectAll().where('relationship_id', '=', p.relationshipId).orderBy('idx'),
);

export const entriesOfPurpose = select((db, p: { relationshipId: string; purposeId: string }) =>
  db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('relationship_id', '=', p.relationshipId)
    .where('purpose_id', '=', p.purposeId)
    .orderBy('idx'),
);

export const entriesOfCustomer = select((db, p: { customerId: string; beforeIndex: number; limit: number }) =>
  db
    .selectFrom('relationship')
    .innerJoin('ledger_entry', 'ledger_entry.relationship_id', 'relationship.id')
    .selectAll('ledger_entry')
    .where('relationship.customer_id', '=', p.customerId)
    .where('ledger_entry.idx', '<', p.beforeIndex)
    .where('ledger_entry.kind', 'not in', LOOKS)
    .orderBy('ledger_entry.idx', 'desc')
    .limit(p.limit),
);
