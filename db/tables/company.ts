export interface CompanyRow {
  id: string;
  slug: string;
  profile: string;
  change_seq: number;
  created_at: string;
}

export interface PrivacyNoticeRow {
  id: string;
  company_id: string | null;
  version: number;
  language: string;
  content: string;
  text_hash: string;
  released_at: string;
}

export interface StaffRow {
  id: string;
  company_id: string | null;
  email: string;
  name: string;
  pseudonym: string;
  roles: string;
  language: string;
  created_at: string;
  ended_at: string | null;
}

export interface CompanyChangeRow {
  company_id: string;
  seq: number;
  relationship_id: string;
  kind: string;
  purpose_id: string | null;
  ledger_index: number;
  at: string;
}

export interface CompanyTables {
  company: CompanyRow;
  privacy_notice: PrivacyNoticeRow;
  staff: StaffRow;
  company_change: CompanyChangeRow;
}
