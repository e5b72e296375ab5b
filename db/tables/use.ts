export interface UseReportingRow {
  company_id: string;
  since: string;
  said_by: string;
}

export interface UseReportRow {
  id: string;
  company_id: string;
  reference: string;
  content_hash: string;
  parts: string;
  how: string;
  reported_by: string;
  recorded_at: string;
}

export interface UseRow {
  id: string;
  relationship_id: string;
  report_id: string;
  purpose_id: string;
  channel: string;
  topic: string | null;
  at: string;
  /** As in its report: read without it. */
  how: string;
  recorded_at: string;
}

export interface LastUseRow {
  relationship_id: string;
  purpose_id: string;
  channel: string;
  at: string;
}

export interface PlannedContactRow {
  id: string;
  company_id: string;
  purpose_id: string;
  title: string;
  channel: string;
  topic: string;
  at: string;
  created_by: string;
  created_at: string;
  cancelled_at: string | null;
}

export interface UseTables {
  use_reporting: UseReportingRow;
  use_report: UseReportRow;
  use: UseRow;
  last_use: LastUseRow;
  planned_contact: PlannedContactRow;
}
