import type { Recall } from '#app/core/recall/recall.ts';
import type { RecallReader, RecallWriter } from '#app/core/recall/recall-store.ts';
import type { CompanyId, PurposeId, RelationshipId, StaffId, SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { RecallKind, RecallState } from '#schema/recall.ts';
import { fieldsColumn, listParameter } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { select } from '../statement.ts';
import type { RecallRow } from '../tables/leave.ts';

const OPEN: RecallState = 'told';

const byId = select((db, p: { id: string; companyId: string }) =>
  db.selectFrom('recall').selectAll().where('id', '=', p.id).where('company_id', '=', p.companyId),
);
const byCustomer = select((db, p: { customerId: string }) =>
  db
    .selectFrom('relationship')
    .innerJoin('recall', 'recall.relationship_id', 'relationship.id')
    .selectAll('recall')
    .where('relationship.customer_id', '=', p.customerId)
    .orderBy('recall.opened_at', 'desc')
    .orderBy('recall.id'),
);
const byRelationship = select((db, p: { relationshipId: string }) =>
  db
    .selectFrom('recall')
    .selectAll()
    .where('relationship_id', '=', p.relationshipId)
    .orderBy('opened_at', 'desc')
    .orderBy('id'),
);
const byRelationships = select((db, p: { ids: string }) =>
  db
    .selectFrom('recall')
    .selectAll()
    .where((eb) => dialectOf(db).anyOf(eb.ref('relationship_id'), p.ids)),
);
const firstDue = select((db, p: { companyId: string; limit: number }) =>
  db
    .selectFrom('recall')
    .selectAll()
    .where('company_id', '=', p.companyId)
    .where('state', '=', OPEN)
    .orderBy('due_at')
    .orderBy('id')
    .limit(p.limit),
);
const lastDue = select((db, p: { companyId: string; state: string; limit: number }) =>
  db
    .selectFrom('recall')
    .selectAll()
    .where('company_id', '=', p.companyId)
    .where('state', '=', p.state)
    .orderBy('due_at', 'desc')
    .orderBy('id', 'desc')
    .limit(p.limit),
);
const counts = select((db, p: { companyId: string; at: string }) =>
  db
    .selectFrom('recall')
    .select((eb) => [
      eb.fn.countAll<number>().as('open'),
      eb.fn.count<number>(eb.case().when('due_at', '<=', p.at).then(1).end()).as('overdue'),
    ])
    .where('company_id', '=', p.companyId)
    .where('state', '=', OPEN),
);

export function recallReader(db: Reader): RecallReader {
  return {
    find: async (companyId, id) => (await byId(db, { companyId, id })).map(toRecall)[0],
    ofCustomer: async (customerId) => (await byCustomer(db, { customerId })).map(toRecall),
    ofRelationship: async (relationshipId) => (await byRelationship(db, { relationshipId })).map(toRecall),
    ofRelationships: async (ids) => (await byRelationships(db, { ids: listParameter(ids) })).map(toRecall),
    open: async (companyId, limit) => (await firstDue(db, { companyId, limit })).map(toRecall),
    closed: async (companyId, state, limit) => (await lastDue(db, { companyId, state, limit })).map(toRecall),
    countOpen: async (companyId, at) => (await counts(db, { companyId, at }))[0] ?? { open: 0, overdue: 0 },
  };
}

export function recallWriter(db: Writer): RecallWriter {
  return {
    ...recallReader(db),
    insert: async (recall) => {
      await db
        .insertInto('recall')
        .values(toRow(recall))
        .onConflict((on) => on.column('id').doNothing())
        .execute();
    },
    close: async (id, { state, at, by, ledgerIndex }) => {
      const { numUpdatedRows } = await db
        .updateTable('recall')
        .set({ state, closed_at: at, closed_by: by, ledger_index: ledgerIndex })
        .where('id', '=', id)
        .where('state', '=', OPEN)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    closeOpen: async (relationshipId, purposeId, { state, at }) => {
      const open = db
        .updateTable('recall')
        .set({ state, closed_at: at })
        .where('relationship_id', '=', relationshipId)
        .where('state', '=', OPEN);
      await (purposeId === null ? open : open.where('purpose_id', '=', purposeId)).execute();
    },
    deleteOfRelationship: async (relationshipId) => {
      await db.deleteFrom('recall').where('relationship_id', '=', relationshipId).execute();
    },
  };
}

function toRow(recall: Recall): RecallRow {
  return {
    id: recall.id,
    company_id: recall.companyId,
    relationship_id: recall.relationshipId,
    subject: recall.subject,
    kind: recall.kind,
    purpose_id: recall.purposeId,
    fields: fieldsColumn.write([...recall.fields]),
    first_at: recall.firstAt,
    last_at: recall.lastAt,
    looks: recall.looks,
    opened_at: recall.openedAt,
    due_at: recall.dueAt,
    state: recall.state,
    closed_at: recall.closedAt,
    closed_by: recall.closedBy,
    ledger_index: recall.ledgerIndex,
  };
}

function toRecall(row: RecallRow): Recall {
  return {
    id: row.id,
    companyId: row.company_id as CompanyId,
    relationshipId: row.relationship_id as RelationshipId,
    subject: row.subject as SubjectId,
    kind: row.kind as RecallKind,
    purposeId: row.purpose_id as PurposeId | null,
    fields: fieldsColumn.read(row.fields),
    firstAt: row.first_at as Instant,
    lastAt: row.last_at as Instant,
    looks: row.looks,
    openedAt: row.opened_at as Instant,
    dueAt: row.due_at as Instant,
    state: row.state as RecallState,
    closedAt: row.closed_at as Instant | null,
    closedBy: row.closed_by as StaffId | null,
    ledgerIndex: row.ledger_index,
  };
}
