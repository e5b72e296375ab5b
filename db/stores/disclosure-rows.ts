import type {
  DisclosedSubject,
  Disclosure,
  Look,
  ReceivedFields,
} from '#app/core/disclosure/disclosure-store.ts';
import type { DisclosureKind } from '#schema/disclosure.ts';
import type { CompanyId, DisclosureId, PurposeId, RelationshipId, StaffId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { StaffRole } from '#schema/staff.ts';
import { fieldsColumn } from '../columns.ts';
import type { DisclosureRow, DisclosureSubjectRow } from '../tables/disclosure.ts';
import type { LookRow } from './looks.ts';

export function toDisclosure(row: DisclosureRow): Disclosure {
  return {
    id: row.id as DisclosureId,
    runId: row.run_id,
    ledgerIndex: row.ledger_index,
    companyId: row.company_id as CompanyId,
    staffId: row.staff_id as StaffId,
    role: row.role as StaffRole,
    purposeId: row.purpose_id as PurposeId | null,
    version: row.version,
    how: row.how as DisclosureKind,
    fields: fieldsColumn.read(row.fields),
    reason: row.reason,
    saltSealed: row.salt_sealed,
    count: row.count,
    at: row.at as Instant,
  };
}

export function toRow(disclosure: Disclosure): DisclosureRow {
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

export function toSubject(
  row: Pick<DisclosureSubjectRow, 'relationship_id' | 'position' | 'fields'>,
): DisclosedSubject {
  return {
    relationshipId: row.relationship_id as RelationshipId,
    position: row.position,
    fields: fieldsColumn.read(row.fields),
  };
}

export function toSubjectRow({ id, at }: Disclosure, subject: DisclosedSubject): DisclosureSubjectRow {
  return {
    disclosure_id: id,
    relationship_id: subject.relationshipId,
    position: subject.position,
    fields: fieldsColumn.write([...subject.fields]),
    at,
    commitment: null,
  };
}

export function toLook(row: LookRow): Look {
  return {
    disclosureId: row.disclosure_id as DisclosureId,
    runId: row.run_id,
    at: row.at as Instant,
    companyId: row.company_id as CompanyId,
    relationshipId: row.relationship_id as RelationshipId,
    role: row.role as StaffRole,
    purposeId: row.purpose_id as PurposeId | null,
    how: row.how as DisclosureKind,
    fields: fieldsColumn.read(row.fields),
    reason: row.reason,
    ledgerIndex: row.ledger_index,
  };
}

export function toReceived(row: {
  purpose_id: string | null;
  fields: string;
  first_at: string;
  last_at: string;
  count: number;
}): ReceivedFields {
  return {
    purposeId: row.purpose_id as PurposeId,
    fields: fieldsColumn.read(row.fields),
    firstAt: row.first_at as Instant,
    lastAt: row.last_at as Instant,
    count: row.count,
  };
}
