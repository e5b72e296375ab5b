export interface CustomerRow {
  id: string;
  status: string;
  email_index: string | null;
  language: string;
  fact_id: string;
  /** Said to be 16 or older; `of_age_14` for the countries where 14 is enough. */
  of_age: number | null;
  of_age_14: number | null;
  age_answered_at: string | null;
  restricted_at: string | null;
  created_at: string;
  confirmed_at: string | null;
}

export interface ChannelVerificationRow {
  customer_id: string;
  channel: string;
  verified_at: string;
  how: string;
}

export interface VaultBlobRow {
  customer_id: string;
  field_group: string;
  row_version: number;
  sealed: Buffer;
  updated_at: string;
  /** When the next of its values is due for a look; null: none, or the reminder went out. */
  review_at: string | null;
}

export interface RelationshipRow {
  id: string;
  customer_id: string;
  company_id: string;
  subject: string;
  fact_id: string;
  customer_number_index: string | null;
  customer_number_sealed: Buffer | null;
  source: string;
  seq: number;
  last_leaf: string | null;
  paused_until: string | null;
  blocked: number;
  under_age: number;
  restricted_at: string | null;
  created_at: string;
  ended_at: string | null;
  /** Set with the end: when nobody needs its proof any more. */
  proof_until: string | null;
  /** Keyed, of the address of somebody who was erased: finds the proof while it is kept. */
  leaver_index: string | null;
}

export interface PreferenceRow {
  customer_id: string;
  /** '' for the default of all companies. */
  company_id: string;
  channels_off: string | null;
  paused_until: string | null;
  topics_off: string | null;
  most_per_week: string | null;
  quiet_hours: string | null;
  updated_at: string;
}

export interface CustomerTables {
  customer: CustomerRow;
  channel_verification: ChannelVerificationRow;
  vault_blob: VaultBlobRow;
  relationship: RelationshipRow;
  preference: PreferenceRow;
}
