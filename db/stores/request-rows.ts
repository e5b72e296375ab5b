import type { RequestEvent, RequestFile, RightsRequest } from '#app/core/request/request.ts';
import type { CompanyId, RelationshipId, RequestFileId, RequestId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import {
  FileType,
  HoldKind,
  RequestEventKind,
  RequestKind,
  RequestOrigin,
  RequestState,
} from '#schema/request.ts';
import type { RightsFileRow, RightsRequestEventRow, RightsRequestRow } from '../tables/request.ts';

export function toRequest(row: RightsRequestRow): RightsRequest {
  return {
    id: row.id as RequestId,
    companyId: row.company_id as CompanyId,
    relationshipId: row.relationship_id as RelationshipId | null,
    kind: RequestKind.parse(row.kind),
    origin: RequestOrigin.parse(row.origin),
    state: RequestState.parse(row.state),
    arrivedOn: row.arrived_on,
    dueOn: row.due_on,
    dueAt: row.due_at as Instant,
    extendedAt: row.extended_at as Instant | null,
    hold: HoldKind.nullable().parse(row.hold),
    createdAt: row.created_at as Instant,
    closedAt: row.closed_at as Instant | null,
    remindedAt: row.reminded_at as Instant | null,
    keyId: row.key_id,
    sealed: row.sealed,
  };
}

export function toRequestRow(request: RightsRequest): RightsRequestRow {
  return {
    id: request.id,
    company_id: request.companyId,
    relationship_id: request.relationshipId,
    kind: request.kind,
    origin: request.origin,
    state: request.state,
    arrived_on: request.arrivedOn,
    due_on: request.dueOn,
    due_at: request.dueAt,
    extended_at: request.extendedAt,
    hold: request.hold,
    created_at: request.createdAt,
    closed_at: request.closedAt,
    reminded_at: request.remindedAt,
    key_id: request.keyId,
    sealed: request.sealed,
  };
}

export function toEvent(row: RightsRequestEventRow): RequestEvent {
  return {
    requestId: row.request_id as RequestId,
    seq: row.seq,
    kind: RequestEventKind.parse(row.kind),
    at: row.at as Instant,
    actor: row.actor as RequestEvent['actor'],
    actorName: row.actor_name,
    sealed: row.sealed,
  };
}

export function toFile(row: Omit<RightsFileRow, 'sealed' | 'relationship_id'>): RequestFile {
  return {
    id: row.id as RequestFileId,
    requestId: row.request_id as RequestId,
    seq: row.seq,
    type: FileType.parse(row.type),
    bytes: row.bytes,
    nameSealed: row.name_sealed,
    at: row.at as Instant,
  };
}
