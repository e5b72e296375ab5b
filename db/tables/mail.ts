export interface MailLinkRow {
  token_hash: string;
  customer_id: string;
  company_id: string | null;
  template: string;
  created_at: string;
  expires_at: string;
  ended_at: string | null;
}

export interface ReceiptCursorRow {
  id: number;
  next_index: number;
}

export interface ReceiptDueRow {
  customer_id: string;
  from_index: number;
  due_at: string;
}

export interface MailRefusalRow {
  customer_id: string;
  refused_at: string;
}

export interface KeptFormRow {
  id_hash: string;
  sealed: Buffer;
  created_at: string;
}

export interface MailTables {
  mail_link: MailLinkRow;
  receipt_cursor: ReceiptCursorRow;
  receipt_due: ReceiptDueRow;
  mail_refusal: MailRefusalRow;
  kept_form: KeptFormRow;
}
