import type { CompanyChange, LedgerEntry } from '#app/core/ledger/ledger-store.ts';
import type { Channel } from '#schema/channel.ts';
import type { DecisionMethod } from '#schema/consent.ts';
import type { CompanyId, PurposeId, PurposeVersionId, RelationshipId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { LedgerKind } from '#schema/ledger.ts';
import type { CompanyChangeRow } from '../tables/company.ts';
import type { LedgerEntryRow } from '../tables/ledger.ts';

export function toEntry(row: LedgerEntryRow): LedgerEntry {
  return {
    index: row.idx,
    kind: row.kind as LedgerKind,
    at: row.at as Instant,
    leaf: row.leaf,
    entry: row.entry,
    relationshipId: row.relationship_id as RelationshipId | null,
    companyId: row.company_id as CompanyId | null,
    purposeId: row.purpose_id as PurposeId | null,
    versionId: row.version_id as PurposeVersionId | null,
    method: row.method as DecisionMethod | null,
    channel: row.channel as Channel | null,
    keyId: row.key_id,
    sealed: row.sealed,
  };
}

export function toEntryRow(entry: LedgerEntry): LedgerEntryRow {
  return {
    idx: entry.index,
    kind: entry.kind,
    at: entry.at,
    leaf: entry.leaf,
    entry: entry.entry,
    relationship_id: entry.relationshipId,
    company_id: entry.companyId,
    purpose_id: entry.purposeId,
    version_id: entry.versionId,
    method: entry.method,
    channel: entry.channel,
    key_id: entry.keyId,
    sealed: entry.sealed,
  };
}

export function toChange(row: CompanyChangeRow): CompanyChange {
  return {
    companyId: row.company_id as CompanyId,
    seq: row.seq,
    relationshipId: row.relationship_id as RelationshipId,
    kind: row.kind as LedgerKind,
    purposeId: row.purpose_id as PurposeId | null,
    ledgerIndex: row.ledger_index,
    at: row.at as Instant,
  };
}

export function toChangeRow(change: CompanyChange): CompanyChangeRow {
  return {
    company_id: change.companyId,
    seq: change.seq,
    relationship_id: change.relationshipId,
    kind: change.kind,
    purpose_id: change.purposeId,
    ledger_index: change.ledgerIndex,
    at: change.at,
  };
}
