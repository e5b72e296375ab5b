export interface ConsentRow {
  relationship_id: string;
  purpose_id: string;
  company_id: string;
  fact_id: string;
  /** Copied from the relationship, as is the next: lists page in the order of subjects. */
  subject: string;
  customer_id: string;
  /** From when the relationship lets any grant be used: '' always, the end of its pause, null never (ended or blocked). */
  usable_from: string | null;
  state: string;
  version_id: string | null;
  fields: string;
  fact_mask: number;
  channels: string;
  decided_at: string | null;
  expires_at: string | null;
  no_since: string | null;
  last_index: number;
  previous: string | null;
}

export interface ConsentTables {
  consent: ConsentRow;
}
