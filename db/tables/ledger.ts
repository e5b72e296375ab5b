export interface LedgerStateRow {
  id: number;
  origin: string;
  size: number;
  /** Hashes (hex, JSON) of the full subtrees that make up the tree, largest first. */
  edge: string;
  last_at: string;
}

export interface LedgerEntryRow {
  idx: number;
  kind: string;
  at: string;
  /** RFC 6962 leaf hash of `entry`. */
  leaf: Buffer;
  entry: Buffer;
  relationship_id: string | null;
  company_id: string | null;
  purpose_id: string | null;
  version_id: string | null;
  method: string | null;
  channel: string | null;
  key_id: string;
  /** Record and salt under the evidence key. */
  sealed: Buffer;
}

export interface LedgerNodeRow {
  level: number;
  idx: number;
  hash: Buffer;
}

export interface LedgerCheckpointRow {
  size: number;
  note: string;
  at: string;
}

export interface LedgerTables {
  ledger_state: LedgerStateRow;
  ledger_entry: LedgerEntryRow;
  ledger_node: LedgerNodeRow;
  ledger_checkpoint: LedgerCheckpointRow;
}
