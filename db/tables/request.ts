export interface RightsRequestRow {
  id: string;
  company_id: string;
  /** Null: of somebody who is not in the portal. */
  relationship_id: string | null;
  kind: string;
  origin: string;
  state: string;
  arrived_on: string;
  due_on: string;
  due_at: string;
  extended_at: string | null;
  hold: string | null;
  created_at: string;
  closed_at: string | null;
  reminded_at: string | null;
  key_id: string;
  sealed: Buffer;
}

export interface RightsRequestEventRow {
  request_id: string;
  seq: number;
  relationship_id: string | null;
  kind: string;
  at: string;
  actor: string;
  actor_name: string;
  sealed: Buffer;
}

export interface RightsFileRow {
  id: string;
  request_id: string;
  seq: number;
  relationship_id: string | null;
  type: string;
  bytes: number;
  name_sealed: Buffer;
  sealed: Buffer;
  at: string;
}

export interface RequestTables {
  rights_request: RightsRequestRow;
  rights_request_event: RightsRequestEventRow;
  rights_file: RightsFileRow;
}
