import type {
  DisclosedSubject,
  Disclosure,
  DisclosureReader,
  DisclosureWriter,
  Look,
} from '#app/core/disclosure/disclosure-store.ts';
import type { DisclosureKind } from '#schema/disclosure.ts';
import type { CompanyId, DisclosureId, PurposeId, RelationshipId, StaffId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { StaffRole } from '#schema/staff.ts';
import { fieldsColumn } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { insertRows, select } from '../statement.ts';
import type { DisclosureRow, DisclosureSubjectRow } from '../tables/disclosure.ts';
import { countLooksByDay, type LookRow, looksOfCustomer, looksOfRelationship } from './looks.ts';

const byId = select((db, p: { id: string }) =>
  db.selectFrom('disclosure').selectAll().where('id', '=', p.id),
);
const byCompany = select((db, p: { companyId: string; limit: number }) =>
  db
    .selectFrom('disclosure')
    .selectAll()
    .where('company_id', '=', p.companyId)
    .orderBy('at', 'desc')
    .orderBy('ledger_index', 'desc')
    .limit(p.limit),
);
const subjectsOf = select((db, p: { id: string }) =>
  db
    .selectFrom('disclosure_subject')
    .select(['relationship_id', 'position', 'fields'])
    .where('disclosure_id', '=', p.id)
    .orderBy('position'),
);

export function disclosureReader(db: Reader): DisclosureReader {
  return {
    looksOfCustomer: async (customerId, filter) =>
      (await looksOfCustomer(db, customerId, filter)).map(toLook),
    looksOfRelationship: async (relationshipId, limit) =>
      (await looksOfRelationship(db, { relationshipId, limit })).map(toLook),
    ofCompany: async (companyId, limit) => (await byCompany(db, { companyId, limit })).map(toDisclosure),
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
    ...disclosureReader(db),
    insert: async (disclosure, subjects) => {
      await insertRows(db, 'disclosure', [toRow(disclosure)]);
      const rows = subjects.map((subject) => toSubjectRow(disclosure, subject));
      await insertRows(db, 'disclosure_subject', rows);
    },
  };
}

function toDisclosure(row: DisclosureRow): Disclosure {
  return {
    id: row.id as DisclosureId,
    runId: row.run_id,
    ledgerIndex: row.ledger_index,
    companyId: row.company_id as CompanyId,
    staffId: row.staff_id as StaffId,
    role: row.role as StaffRole,
    purposeId: row.purpose_id as PurposeId,
    version: row.version,
    how: row.how as DisclosureKind,
    fields: fieldsColumn.read(row.fields),
    reason: row.reason,
    saltSealed: row.salt_sealed,
    count: row.count,
    at: row.at as Instant,
  };
}

function toRow(disclosure: Disclosure): DisclosureRow {
  return {
    id: disclosure.id,
    run_id: disclosure.runId,
    ledger_index: disclosure.ledgerIndex,
    company_id: disclosure.companyId,
    staff_id: disclosure.staffId,
    role: disclosure.role,
    purpose_id: disclosure.purposeId,
    version: disclosure.version,
    how: disclosure.how,
    fields: fieldsColumn.write([...disclosure.fields]),
    reason: disclosure.reason,
    salt_sealed: disclosure.saltSealed,
    count: disclosure.count,
    at: disclosure.at,
  };
}

function toSubject(
  row: Pick<DisclosureSubjectRow, 'relationship_id' | 'position' | 'fields'>,
): DisclosedSubject {
  return {
    relationshipId: row.relationship_id as RelationshipId,
    position: row.position,
    fields: fieldsColumn.read(row.fields),
  };
}

function toSubjectRow({ id, at }: Disclosure, subject: DisclosedSubject): DisclosureSubjectRow {
  return {
    disclosure_id: id,
    relationship_id: subject.relationshipId,
    position: subject.position,
    fields: fieldsColumn.write([...subject.fields]),
    at,
  };
}

function toLook(row: LookRow): Look {
  return {
    disclosureId: row.disclosure_id as DisclosureId,
    runId: row.run_id,
    at: row.at as Instant,
    companyId: row.company_id as CompanyId,
    relationshipId: row.relationship_id as RelationshipId,
    role: row.role as StaffRole,
    purposeId: row.purpose_id as PurposeId,
    how: row.how as DisclosureKind,
    fields: fieldsColumn.read(row.fields),
    reason: row.reason,
    ledgerIndex: row.ledger_index,
  };
}
