export interface RecallRow {
  id: string;
  company_id: string;
  relationship_id: string;
  /** Copied from the relationship: what the company's list shows. */
  subject: string;
  kind: string;
  purpose_id: string | null;
  fields: string;
  first_at: string;
  last_at: string;
  looks: number;
  opened_at: string;
  due_at: string;
  state: string;
  closed_at: string | null;
  closed_by: string | null;
  /** The entry of the log by which it was confirmed. */
  ledger_index: number | null;
}

export interface StopListRow {
  company_id: string;
  /** Keyed, of an e-mail address or a customer number: it finds, but tells nothing. */
  hash: string;
  at: string;
}

/** Erasures that have begun: gone when the last trace is. */
export interface ErasureRow {
  customer_id: string;
  at: string;
}

export interface LeaveTables {
  recall: RecallRow;
  stop_list: StopListRow;
  erasure: ErasureRow;
}
