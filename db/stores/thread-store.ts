import { type SqlBool, sql } from 'kysely';
import type { PageEnd, ThreadReader, ThreadWriter } from '#app/core/thread/thread-store.ts';
import type { Instant } from '#schema/instant.ts';
import type { Reader, Writer } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { select } from '../statement.ts';
import type { ThreadTables } from '../tables/thread.ts';
import {
  toMessage,
  toMessageRow,
  toPictureFacts,
  toPictureRow,
  toStatement,
  toStatementRow,
  toThread,
  toThreadRow,
} from './thread-rows.ts';

/** Later than everything. */
const NEWEST: PageEnd = { at: '9999' as Instant, id: '' };
/** Written out, so that the index of what waits is found. */
const OPEN = sql.lit('open');
const ANSWERED = sql.lit('answered');
/** As in the index of what nobody has opened. */
const UNSEEN = sql<SqlBool>`(seen_by_customer_at is null or seen_by_customer_at < last_at)`;
/** What was shown to whom. */
const SEEN = { customer: 'seen_by_customer_at', company: 'seen_by_company_at' } as const;

const isBefore = (end: { at: string; id: string }) => sql<SqlBool>`(last_at, id) < (${end.at}, ${end.id})`;

const threads = (db: Reader) => db.selectFrom('thread').selectAll('thread');
const byId = select((db, p: { id: string }) => threads(db).where('id', '=', p.id));
const byCustomer = select((db, p: { customerId: string; at: string; id: string; limit: number }) =>
  threads(db)
    .where('customer_id', '=', p.customerId)
    .where(isBefore(p))
    .orderBy('last_at', 'desc')
    .orderBy('id', 'desc')
    .limit(p.limit),
);
const unseen = select((db, p: { customerId: string; limit: number }) =>
  threads(db)
    .where('customer_id', '=', p.customerId)
    .where('state', '=', ANSWERED)
    .where(UNSEEN)
    .orderBy('last_at', 'desc')
    .orderBy('id', 'desc')
    .limit(p.limit),
);
const waiting = select((db, p: { companyId: string; limit: number }) =>
  threads(db)
    .where('company_id', '=', p.companyId)
    .where('state', '=', OPEN)
    .orderBy('due_at')
    .orderBy('id')
    .limit(p.limit),
);
const settled = select((db, p: { companyId: string; at: string; id: string; limit: number }) =>
  threads(db)
    .where('company_id', '=', p.companyId)
    .where('state', '<>', OPEN)
    .where(isBefore(p))
    .orderBy('last_at', 'desc')
    .orderBy('id', 'desc')
    .limit(p.limit),
);
const withOfficer = select((db, p: { companyId: string; limit: number }) =>
  threads(db)
    .where('company_id', '=', p.companyId)
    .where('officer_since', 'is not', null)
    .orderBy('officer_since', 'desc')
    .limit(p.limit),
);
const countWaiting = select((db, p: { companyId: string }) =>
  db
    .selectFrom('thread')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('company_id', '=', p.companyId)
    .where('state', '=', OPEN),
);
const messagesOf = select((db, p: { threadId: string }) =>
  db.selectFrom('thread_message').selectAll().where('thread_id', '=', p.threadId).orderBy('position'),
);
const FACTS = [
  'id',
  'message_id',
  'thread_id',
  'relationship_id',
  'customer_id',
  'position',
  'media_type',
  'width',
  'height',
] as const;
const picturesOf = select((db, p: { threadId: string }) =>
  db.selectFrom('thread_picture').select(FACTS).where('thread_id', '=', p.threadId).orderBy('position'),
);
const pictureOf = select((db, p: { threadId: string; id: string }) =>
  db.selectFrom('thread_picture').selectAll().where('id', '=', p.id).where('thread_id', '=', p.threadId),
);
const statements = (db: Reader) => db.selectFrom('counter_statement').selectAll();
const statementsOfCustomer = select((db, p: { customerId: string }) =>
  statements(db).where('customer_id', '=', p.customerId).orderBy('at').orderBy('target_id'),
);
const statementsOfRelationship = select((db, p: { relationshipId: string }) =>
  statements(db).where('relationship_id', '=', p.relationshipId).orderBy('target_id'),
);
const statementsOfCompany = select((db, p: { companyId: string; target: string; limit: number }) =>
  statements(db)
    .where('company_id', '=', p.companyId)
    .where('target', '=', p.target)
    .orderBy('at', 'desc')
    .limit(p.limit),
);

export function threadReader(db: Reader): ThreadReader {
  return {
    find: async (id) => (await byId(db, { id })).map(toThread)[0],
    ofCustomer: async (customerId, limit, before = NEWEST) =>
      (await byCustomer(db, { customerId, ...before, limit })).map(toThread),
    unseen: async (customerId, limit) => (await unseen(db, { customerId, limit })).map(toThread),
    waiting: async (companyId, limit) => (await waiting(db, { companyId, limit })).map(toThread),
    settled: async (companyId, limit, before = NEWEST) =>
      (await settled(db, { companyId, ...before, limit })).map(toThread),
    withOfficer: async (companyId, limit) => (await withOfficer(db, { companyId, limit })).map(toThread),
    countWaiting: async (companyId) => (await countWaiting(db, { companyId }))[0]?.count ?? 0,
    messages: async (threadId) => (await messagesOf(db, { threadId })).map(toMessage),
    pictures: async (threadId) => (await picturesOf(db, { threadId })).map(toPictureFacts),
    picture: async (threadId, id) => {
      const [row] = await pictureOf(db, { threadId, id });
      return row && { ...toPictureFacts(row), sealed: row.sealed };
    },
    statementsOfCustomer: async (customerId) =>
      (await statementsOfCustomer(db, { customerId })).map(toStatement),
    statementsOfRelationship: async (relationshipId) =>
      (await statementsOfRelationship(db, { relationshipId })).map(toStatement),
    statementsOfCompany: async (companyId, target, limit) =>
      (await statementsOfCompany(db, { companyId, target, limit })).map(toStatement),
  };
}

/** What hangs on a thread first. */
const TABLES: readonly (keyof ThreadTables & `${'thread' | 'counter'}${string}`)[] = [
  'counter_statement',
  'thread_picture',
  'thread_message',
  'thread',
];

export function threadWriter(db: Writer): ThreadWriter {
  return {
    ...threadReader(db),
    lock: async (id) => {
      const row = await threads(db)
        .where('id', '=', id)
        .$if(dialectOf(db).engine === 'postgres', (query) => query.forUpdate())
        .executeTakeFirst();
      return row && toThread(row);
    },
    insert: async (thread) => {
      await db.insertInto('thread').values(toThreadRow(thread)).execute();
    },
    move: async ({ id, state, dueAt, officerSince, lastAt }) => {
      const change = { state, due_at: dueAt, officer_since: officerSince, last_at: lastAt };
      await db.updateTable('thread').set(change).where('id', '=', id).execute();
    },
    noteSeen: async (id, side, lastAt) => {
      const column = SEEN[side];
      await db
        .updateTable('thread')
        .set({ [column]: lastAt })
        .where('id', '=', id)
        .where((eb) => eb.or([eb(column, 'is', null), eb(column, '<', lastAt)]))
        .execute();
    },
    insertMessage: async (message) => {
      await db.insertInto('thread_message').values(toMessageRow(message)).execute();
    },
    insertPicture: async (picture) => {
      await db.insertInto('thread_picture').values(toPictureRow(picture)).execute();
    },
    keepStatement: async (statement) => {
      await db
        .insertInto('counter_statement')
        .values(toStatementRow(statement))
        .onConflict((on) => on.columns(['relationship_id', 'target_id']).doNothing())
        .execute();
    },
    deleteOfRelationship: async (relationshipId) => {
      for (const table of TABLES)
        await db.deleteFrom(table).where('relationship_id', '=', relationshipId).execute();
    },
    deleteOfCustomer: async (customerId) => {
      for (const table of TABLES) await db.deleteFrom(table).where('customer_id', '=', customerId).execute();
    },
  };
}
