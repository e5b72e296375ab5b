export interface CompanyFieldRow {
  id: string;
  company_id: string;
  slug: string;
  content: string;
  position: number;
  created_by: string;
  created_at: string;
  released_by: string | null;
  released_at: string | null;
  retired_at: string | null;
}

/** What a customer did with a company's question; the answer itself is sealed in the profile. */
export interface FieldAnswerRow {
  customer_id: string;
  company_id: string;
  field: string;
  state: string;
  at: string;
}

export interface ProfileReminderRow {
  customer_id: string;
  off: number;
  told_at: string | null;
}

export interface CompanyFieldTables {
  company_field: CompanyFieldRow;
  field_answer: FieldAnswerRow;
  profile_reminder: ProfileReminderRow;
}
