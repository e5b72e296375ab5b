export interface JobRow {
  id: string;
  kind: string;
  payload: string;
  sealed: Buffer | null;
  key_id: string | null;
  run_at: string;
  claimed_until: string | null;
  attempts: number;
  given_up: number;
  last_error: string | null;
  created_at: string;
  done_at: string | null;
}

export interface DemoMailRow {
  id: string;
  recipient: string;
  subject: string;
  body_text: string;
  body_html: string;
  sent_at: string;
}

export interface JobTables {
  job: JobRow;
  demo_mail: DemoMailRow;
}
