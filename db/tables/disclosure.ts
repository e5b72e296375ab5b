export interface DisclosureRow {
  id: string;
  /** One export is several batches of one run. */
  run_id: string;
  ledger_index: number;
  company_id: string;
  staff_id: string;
  role: string;
  /** Null: a look at evidence, which serves no purpose of the company's. */
  purpose_id: string | null;
  version: number | null;
  how: string;
  fields: string;
  reason: string;
  salt_sealed: Buffer;
  count: number;
  at: string;
}

export interface DisclosureSubjectRow {
  disclosure_id: string;
  relationship_id: string;
  position: number;
  fields: string;
  at: string;
  /** What the batch committed to for this person, kept when the row no longer says who. */
  commitment: Buffer | null;
}

export interface DisclosureTables {
  disclosure: DisclosureRow;
  disclosure_subject: DisclosureSubjectRow;
}
