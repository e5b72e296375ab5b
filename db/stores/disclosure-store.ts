import type { DisclosureReader, DisclosureWriter } from '#app/core/disclosure/disclosure-store.ts';
import type { CompanyId, DisclosureId, SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { fieldsColumn, listParameter } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { insertRows, select } from '../statement.ts';
import { toDisclosure, toLook, toReceived, toRow, toSubject, toSubjectRow } from './disclosure-rows.ts';
import {
  countLooks,
  countLooksByDay,
  fieldsSeen,
  lookOfCustomer,
  looksOfCustomer,
  looksOfRelationship,
} from './looks.ts';

const byId = select((db, p: { id: string }) =>
  db.selectFrom('disclosure').selectAll().where('id', '=', p.id),
);
const byCompany = select((db, p: { companyId: string; limit: number; before: number }) =>
  db
    .selectFrom('disclosure')
    .selectAll()
    .where('company_id', '=', p.companyId)
    .where('ledger_index', '<', p.before)
    .orderBy('ledger_index', 'desc')
    .limit(p.limit),
);
const countByCompany = select((db, p: { companyId: string; since: string }) =>
  db
    .selectFrom('disclosure')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('company_id', '=', p.companyId)
    .where('at', '>=', p.since),
);
const byEntry = select((db, p: { from: number; until: number }) =>
  db
    .selectFrom('disclosure')
    .selectAll()
    .where('ledger_index', '>=', p.from)
    .where('ledger_index', '<', p.until)
    .orderBy('ledger_index'),
);
/** The relationship may be gone: its row of "who looked" still counts. */
const subjectsOfMany = select((db, p: { ids: string }) =>
  db
    .selectFrom('disclosure_subject')
    .leftJoin('relationship', 'relationship.id', 'disclosure_subject.relationship_id')
    .select(['disclosure_id', 'relationship_id', 'position', 'fields', 'commitment', 'relationship.subject'])
    .where((eb) => dialectOf(db).anyOf(eb.ref('disclosure_id'), p.ids))
    .orderBy('disclosure_id')
    .orderBy('position'),
);
const receivedOf = select((db, p: { relationshipId: string; since: string }) =>
  db
    .selectFrom('disclosure_subject')
    .innerJoin('disclosure', 'disclosure.id', 'disclosure_subject.disclosure_id')
    .select((eb) => [
      'disclosure.purpose_id',
      'disclosure_subject.fields',
      eb.fn.min('disclosure_subject.at').as('first_at'),
      eb.fn.max('disclosure_subject.at').as('last_at'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where('disclosure_subject.relationship_id', '=', p.relationshipId)
    .where('disclosure_subject.at', '>', p.since)
    .where('disclosure.purpose_id', 'is not', null)
    .groupBy(['disclosure.purpose_id', 'disclosure_subject.fields'])
    .orderBy('first_at')
    .orderBy('disclosure_subject.fields'),
);
const namedIn = select((db, p: { relationshipId: string }) =>
  db
    .selectFrom('disclosure_subject')
    .innerJoin('disclosure', 'disclosure.id', 'disclosure_subject.disclosure_id')
    .select(['disclosure_subject.disclosure_id', 'disclosure_subject.fields', 'disclosure.salt_sealed'])
    .where('disclosure_subject.relationship_id', '=', p.relationshipId),
);
const subjectsOf = select((db, p: { id: string }) =>
  db
    .selectFrom('disclosure_subject')
    .select(['relationship_id', 'position', 'fields'])
    .where('disclosure_id', '=', p.id)
    .orderBy('position'),
);

export function disclosureReader(db: Reader, long: Reader): DisclosureReader {
  return {
    looksOfCustomer: async (customerId, filter) =>
      (await looksOfCustomer(db, customerId, filter)).map(toLook),
    countOfCustomer: async (customerId) => (await countLooks(db, { customerId }))[0]?.count ?? 0,
    fieldsSeen: async (customerId) => {
      const lists = await fieldsSeen(db, { customerId });
      return [...new Set(lists.flatMap(({ fields }) => fieldsColumn.read(fields)))];
    },
    lookOfCustomer: async (customerId, id) => (await lookOfCustomer(db, { customerId, id })).map(toLook)[0],
    looksOfRelationship: async (relationshipId, limit) =>
      (await looksOfRelationship(db, { relationshipId, limit })).map(toLook),
    ofCompany: async (companyId, limit, before = Number.MAX_SAFE_INTEGER) =>
      (await byCompany(db, { companyId, limit, before })).map(toDisclosure),
    countOfCompany: async (companyId, since = '' as Instant) =>
      (await countByCompany(db, { companyId, since }))[0]?.count ?? 0,
    inLog: async (from, until) => (await byEntry(long, { from, until })).map(toDisclosure),
    subjectsOfMany: async (ids) =>
      (await subjectsOfMany(long, { ids: listParameter(ids) })).map((row) => ({
        ...toSubject(row),
        disclosureId: row.disclosure_id as DisclosureId,
        subject: row.subject as SubjectId | null,
        commitment: row.commitment,
      })),
    received: async (relationshipId, since = '' as Instant) =>
      (await receivedOf(db, { relationshipId, since })).map(toReceived),
    batchesOf: async (relationshipId) =>
      (await namedIn(db, { relationshipId })).map((row) => ({
        disclosureId: row.disclosure_id as DisclosureId,
        saltSealed: row.salt_sealed,
        fields: fieldsColumn.read(row.fields),
      })),
    countByDay: async (customerId, since) =>
      (await countLooksByDay(db, { customerId, since })).map((row) => ({
        day: row.day,
        companyId: row.company_id as CompanyId,
        count: row.count,
      })),
    subjects: async (id) => (await subjectsOf(db, { id })).map(toSubject),
    find: async (id) => (await byId(db, { id })).map(toDisclosure)[0],
  };
}

export function disclosureWriter(db: Writer): DisclosureWriter {
  return {
    ...disclosureReader(db, db),
    insert: async (disclosure, subjects) => {
      await insertRows(db, 'disclosure', [toRow(disclosure)]);
      const rows = subjects.map((subject) => toSubjectRow(disclosure, subject));
      await insertRows(db, 'disclosure_subject', rows);
    },
  };
}
