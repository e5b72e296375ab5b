export interface ThreadRow {
  id: string;
  relationship_id: string;
  customer_id: string;
  company_id: string;
  started_by: string;
  concern: string;
  purpose_id: string | null;
  state: string;
  /** `YYYY-MM-DD` */
  wished_by: string | null;
  due_at: string | null;
  officer_since: string | null;
  created_at: string;
  last_at: string;
  seen_by_customer_at: string | null;
  seen_by_company_at: string | null;
  sealed: Buffer;
}

export interface ThreadMessageRow {
  id: string;
  thread_id: string;
  relationship_id: string;
  customer_id: string;
  position: number;
  side: string;
  staff_id: string | null;
  role: string | null;
  at: string;
  sealed: Buffer;
}

export interface ThreadPictureRow {
  id: string;
  message_id: string;
  thread_id: string;
  relationship_id: string;
  customer_id: string;
  position: number;
  media_type: string;
  width: number;
  height: number;
  sealed: Buffer;
}

export interface CounterStatementRow {
  relationship_id: string;
  target_id: string;
  customer_id: string;
  company_id: string;
  target: string;
  thread_id: string;
  at: string;
  sealed: Buffer;
}

export interface InteractionRow {
  id: string;
  relationship_id: string;
  customer_id: string;
  company_id: string;
  kind: string;
  /** `YYYY-MM-DD` */
  happened_on: string;
  staff_id: string;
  role: string;
  recorded_at: string;
  sealed: Buffer;
}

export interface YearlyReminderRow {
  customer_id: string;
  wanted_since: string;
  next_at: string;
}

export interface YearlyKeptRow {
  relationship_id: string;
  customer_id: string;
  company_id: string;
  kept_at: string;
}

export interface ThreadTables {
  thread: ThreadRow;
  thread_message: ThreadMessageRow;
  thread_picture: ThreadPictureRow;
  counter_statement: CounterStatementRow;
  interaction: InteractionRow;
  yearly_reminder: YearlyReminderRow;
  yearly_kept: YearlyKeptRow;
}
