import { sql } from 'kysely';
import type { RequestReader, RequestWriter } from '#app/core/request/request-store.ts';
import type { RequestId } from '#schema/ids.ts';
import type { Reader, Writer } from '../connections.ts';
import { select } from '../statement.ts';
import { toEvent, toFile, toRequest, toRequestRow } from './request-rows.ts';

/** A literal, or SQLite does not see that its partial indices fit. */
const OPEN = sql.lit('open');

const byId = select((db, p: { id: string }) =>
  db.selectFrom('rights_request').selectAll().where('id', '=', p.id),
);
const byCustomer = select((db, p: { customerId: string }) =>
  db
    .selectFrom('relationship')
    .innerJoin('rights_request', 'rights_request.relationship_id', 'relationship.id')
    .selectAll('rights_request')
    .where('relationship.customer_id', '=', p.customerId)
    .orderBy('rights_request.created_at', 'desc')
    .orderBy('rights_request.id'),
);
const byRelationship = select((db, p: { relationshipId: string }) =>
  db
    .selectFrom('rights_request')
    .selectAll()
    .where('relationship_id', '=', p.relationshipId)
    .orderBy('created_at'),
);
const toRemind = select((db, p: { dueBy: string; limit: number }) =>
  db
    .selectFrom('rights_request')
    .selectAll()
    .where('state', '=', OPEN)
    .where('reminded_at', 'is', null)
    .where('due_at', '<=', p.dueBy)
    .orderBy('due_at')
    .limit(p.limit),
);
const counts = select((db, p: { companyId: string; at: string; soonAt: string }) =>
  db
    .selectFrom('rights_request')
    .select((eb) => [
      eb.fn.countAll<number>().as('open'),
      eb.fn.count<number>(eb.case().when('due_at', '<=', p.at).then(1).end()).as('overdue'),
      eb.fn.count<number>(eb.case().when('due_at', '<=', p.soonAt).then(1).end()).as('by_then'),
    ])
    .where('company_id', '=', p.companyId)
    .where('state', '=', OPEN),
);
const eventsOf = select((db, p: { id: string }) =>
  db.selectFrom('rights_request_event').selectAll().where('request_id', '=', p.id).orderBy('seq'),
);
const filesOf = select((db, p: { id: string }) =>
  db
    .selectFrom('rights_file')
    .select(['id', 'request_id', 'seq', 'type', 'bytes', 'name_sealed', 'at'])
    .where('request_id', '=', p.id)
    .orderBy('seq')
    .orderBy('id'),
);
const oldLetters = select((db, p: { before: string; limit: number }) =>
  db
    .selectFrom('rights_request')
    .select('id')
    .where('closed_at', '<', p.before)
    .where('relationship_id', 'is', null)
    .orderBy('closed_at')
    .limit(p.limit),
);
const content = select((db, p: { id: string; fileId: string }) =>
  db.selectFrom('rights_file').select('sealed').where('id', '=', p.fileId).where('request_id', '=', p.id),
);

export function requestReader(db: Reader): RequestReader {
  return {
    find: async (id) => (await byId(db, { id })).map(toRequest)[0],
    ofCustomer: async (customerId) => (await byCustomer(db, { customerId })).map(toRequest),
    ofRelationship: async (relationshipId) => (await byRelationship(db, { relationshipId })).map(toRequest),
    ofCompany: async (companyId, { closed, dueBefore, kind, limit }) => {
      const all = db
        .selectFrom('rights_request')
        .selectAll()
        .where('company_id', '=', companyId)
        .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
        .limit(limit);
      const query = closed
        ? all.where('closed_at', 'is not', null).orderBy('closed_at', 'desc').orderBy('id')
        : all
            .where('state', '=', OPEN)
            .$if(dueBefore !== undefined, (open) => open.where('due_at', '<=', dueBefore ?? ''))
            .orderBy('due_at')
            .orderBy('id');
      return (await query.execute()).map(toRequest);
    },
    count: async (companyId, at, soonAt) => {
      const [row] = await counts(db, { companyId, at, soonAt });
      const { open = 0, overdue = 0, by_then = 0 } = row ?? {};
      return { open, overdue, soon: by_then - overdue };
    },
    toRemind: async (dueBy, limit) => (await toRemind(db, { dueBy, limit })).map(toRequest),
    oldLetters: async (before, limit) =>
      (await oldLetters(db, { before, limit })).map(({ id }) => id as RequestId),
    events: async (id) => (await eventsOf(db, { id })).map(toEvent),
    files: async (id) => (await filesOf(db, { id })).map(toFile),
    fileContent: async (id, fileId) => (await content(db, { id, fileId }))[0]?.sealed,
  };
}

export function requestWriter(db: Writer): RequestWriter {
  return {
    ...requestReader(db),
    insert: async (request) => {
      await db.insertInto('rights_request').values(toRequestRow(request)).execute();
    },
    update: async (request) => {
      const { state, due_on, due_at, extended_at, hold, closed_at, reminded_at } = toRequestRow(request);
      await db
        .updateTable('rights_request')
        .set({ state, due_on, due_at, extended_at, hold, closed_at, reminded_at })
        .where('id', '=', request.id)
        .execute();
    },
    insertEvent: async ({ requestId, seq, kind, at, actor, actorName, sealed }, relationshipId) => {
      const row = { request_id: requestId, seq, kind, at, actor, actor_name: actorName, sealed };
      await db
        .insertInto('rights_request_event')
        .values({ ...row, relationship_id: relationshipId })
        .execute();
    },
    insertFile: async ({ id, requestId, seq, type, bytes, nameSealed, at }, relationshipId, sealed) => {
      const row = { id, request_id: requestId, seq, type, bytes, name_sealed: nameSealed, sealed, at };
      await db
        .insertInto('rights_file')
        .values({ ...row, relationship_id: relationshipId })
        .execute();
    },
    remove: async (id) => {
      for (const table of ['rights_file', 'rights_request_event'] as const)
        await db.deleteFrom(table).where('request_id', '=', id).execute();
      await db.deleteFrom('rights_request').where('id', '=', id).execute();
    },
    deleteOfRelationship: async (relationshipId) => {
      for (const table of ['rights_file', 'rights_request_event', 'rights_request'] as const)
        await db.deleteFrom(table).where('relationship_id', '=', relationshipId).execute();
    },
  };
}
