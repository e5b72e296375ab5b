import type { Relationship } from '#app/core/relationship/relationship.ts';
import type { RelationshipReader, RelationshipWriter } from '#app/core/relationship/relationship-store.ts';
import type { CompanyId, CustomerId, FactId, RelationshipId, SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { flag, listParameter } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { select } from '../statement.ts';
import type { RelationshipRow } from '../tables/customer.ts';
import { copyUsability } from './usable-from.ts';

/** The sealed customer number stays where it is until someone asks for it. */
const COLUMNS = [
  'id',
  'customer_id',
  'company_id',
  'subject',
  'fact_id',
  'source',
  'seq',
  'last_leaf',
  'paused_until',
  'blocked',
  'under_age',
  'restricted_at',
  'created_at',
  'ended_at',
] as const;

const rows = (db: Reader) => db.selectFrom('relationship').select(COLUMNS);

const byId = select((db, p: { id: string }) => rows(db).where('id', '=', p.id));
const live = select((db, p: { customerId: string; companyId: string }) =>
  rows(db)
    .where('customer_id', '=', p.customerId)
    .where('company_id', '=', p.companyId)
    .where('ended_at', 'is', null),
);
const bySubject = select((db, p: { companyId: string; subject: string }) =>
  rows(db).where('subject', '=', p.subject).where('company_id', '=', p.companyId),
);
const bySubjects = select((db, p: { companyId: string; subjects: string }) =>
  rows(db)
    .where((eb) => dialectOf(db).anyOf(eb.ref('subject'), p.subjects))
    .where('company_id', '=', p.companyId),
);
/** Subjects are lower-case hexadecimal: `g` stands behind them all. */
const bySubjectStart = select((db, p: { companyId: string; start: string; end: string }) =>
  rows(db)
    .where('subject', '>=', p.start)
    .where('subject', '<', p.end)
    .where('company_id', '=', p.companyId)
    .orderBy('subject')
    .limit(2),
);
const byNumber = select((db, p: { companyId: string; index: string }) =>
  rows(db)
    .where('company_id', '=', p.companyId)
    .where('customer_number_index', '=', p.index)
    .orderBy('created_at'),
);
const liveOfCustomer = select((db, p: { customerId: string }) =>
  rows(db)
    .where('customer_id', '=', p.customerId)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id'),
);
const allOfCustomer = select((db, p: { customerId: string }) =>
  rows(db).where('customer_id', '=', p.customerId).orderBy('created_at').orderBy('id'),
);
const byIds = select((db, p: { ids: string }) =>
  rows(db).where((eb) => dialectOf(db).anyOf(eb.ref('id'), p.ids)),
);
const inOrder = select((db, p: { after: string; limit: number }) =>
  rows(db).where('id', '>', p.after).orderBy('id').limit(p.limit),
);
const countLive = select((db, p: { companyId: string }) =>
  db
    .selectFrom('relationship')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('company_id', '=', p.companyId)
    .where('ended_at', 'is', null),
);
const kept = select((db, p: { id: string }) =>
  db.selectFrom('relationship').select(['customer_number_index', 'proof_until']).where('id', '=', p.id),
);
const byLeaver = select((db, p: { companyId: string; index: string }) =>
  rows(db).where('company_id', '=', p.companyId).where('leaver_index', '=', p.index).orderBy('created_at'),
);
const sealedNumber = select((db, p: { id: string }) =>
  db.selectFrom('relationship').select('customer_number_sealed').where('id', '=', p.id),
);

export function relationshipReader(db: Reader, long: Reader): RelationshipReader {
  return {
    find: async (id) => (await byId(db, { id })).map(toRelationship)[0],
    findLive: async (customerId, companyId) =>
      (await live(db, { customerId, companyId })).map(toRelationship)[0],
    findBySubject: async (companyId, subject) =>
      (await bySubject(db, { companyId, subject })).map(toRelationship)[0],
    findBySubjects: async (companyId, subjects) =>
      (await bySubjects(db, { companyId, subjects: listParameter(subjects) })).map(toRelationship),
    findBySubjectStart: async (companyId, start) =>
      (await bySubjectStart(db, { companyId, start, end: `${start}g` })).map(toRelationship),
    findByNumberIndex: async (companyId, index) =>
      (await byNumber(db, { companyId, index })).map(toRelationship),
    ofCustomer: async (customerId) => (await liveOfCustomer(db, { customerId })).map(toRelationship),
    allOfCustomer: async (customerId) => (await allOfCustomer(db, { customerId })).map(toRelationship),
    findMany: async (ids) => (await byIds(long, { ids: listParameter(ids) })).map(toRelationship),
    page: async (afterId, limit) =>
      (await inOrder(long, { after: afterId ?? '', limit })).map(toRelationship),
    countLive: async (companyId) => (await countLive(db, { companyId }))[0]?.count ?? 0,
    numberIndex: async (id) => (await kept(db, { id }))[0]?.customer_number_index ?? null,
    proofUntil: async (id) => ((await kept(db, { id }))[0]?.proof_until ?? null) as Instant | null,
    findByLeaverIndex: async (companyId, index) =>
      (await byLeaver(db, { companyId, index })).map(toRelationship),
    sealedNumber: async (id) => (await sealedNumber(db, { id }))[0]?.customer_number_sealed ?? null,
  };
}

export function relationshipWriter(db: Writer): RelationshipWriter {
  const update = (id: RelationshipId, change: Partial<RelationshipRow>): Promise<unknown> =>
    db.updateTable('relationship').set(change).where('id', '=', id).execute();
  return {
    ...relationshipReader(db, db),
    insert: async (relationship) => {
      await db.insertInto('relationship').values(toRow(relationship)).execute();
    },
    setCustomerNumber: async (id, numberIndex, sealed) => {
      await update(id, { customer_number_index: numberIndex, customer_number_sealed: sealed });
    },
    setPausedUntil: async (id, until) => {
      await update(id, { paused_until: until });
      await copyUsability(db, id);
    },
    setBlocked: async (id, blocked) => {
      await update(id, { blocked: flag.write(blocked) });
      await copyUsability(db, id);
    },
    setUnderAge: async (id, underAge) => {
      await update(id, { under_age: flag.write(underAge) });
      await copyUsability(db, id);
    },
    restrict: async (id, at) => {
      await update(id, { restricted_at: at });
    },
    end: async (id, at, proofUntil) => {
      await update(id, { ended_at: at, proof_until: proofUntil });
      await copyUsability(db, id);
    },
    setLeaverIndex: async (id, leaverIndex) => {
      await update(id, { leaver_index: leaverIndex });
    },
  };
}

function toRow(relationship: Relationship): RelationshipRow {
  return {
    id: relationship.id,
    customer_id: relationship.customerId,
    company_id: relationship.companyId,
    subject: relationship.subject,
    fact_id: relationship.factId,
    customer_number_index: null,
    customer_number_sealed: null,
    source: relationship.source,
    seq: relationship.seq,
    last_leaf: relationship.lastLeaf,
    paused_until: relationship.pausedUntil,
    blocked: flag.write(relationship.blocked),
    under_age: flag.write(relationship.underAge),
    restricted_at: relationship.restrictedAt,
    created_at: relationship.createdAt,
    ended_at: relationship.endedAt,
    proof_until: null,
    leaver_index: null,
  };
}

function toRelationship(row: Pick<RelationshipRow, (typeof COLUMNS)[number]>): Relationship {
  return {
    id: row.id as RelationshipId,
    customerId: row.customer_id as CustomerId,
    companyId: row.company_id as CompanyId,
    subject: row.subject as SubjectId,
    factId: row.fact_id as FactId,
    source: row.source,
    seq: row.seq,
    lastLeaf: row.last_leaf,
    pausedUntil: row.paused_until as Instant | null,
    blocked: flag.read(row.blocked),
    underAge: flag.read(row.under_age),
    restrictedAt: row.restricted_at as Instant | null,
    createdAt: row.created_at as Instant,
    endedAt: row.ended_at as Instant | null,
  };
}
