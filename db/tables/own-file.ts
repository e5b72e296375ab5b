export interface OwnFileRow {
  id: string;
  customer_id: string;
  kind: string;
  state: string;
  locale: string;
  done: number;
  total: number;
  bytes: number;
  /** What was found in an upload, under the profile key. */
  summary: Buffer | null;
  created_at: string;
  expires_at: string;
}

export interface ForeignEntryRow {
  id: string;
  customer_id: string;
  /** Keyed hash of the other log's name. */
  source: string;
  idx: number;
  verified: number;
  sealed: Buffer;
  brought_at: string;
}

export interface ForeignTextRow {
  customer_id: string;
  /** Keyed hash of the text's hash. */
  text: string;
  sealed: Buffer;
}

export interface OwnFileTables {
  own_file: OwnFileRow;
  foreign_entry: ForeignEntryRow;
  foreign_text: ForeignTextRow;
}
