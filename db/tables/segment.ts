export interface SegmentFactRow {
  fact_id: string;
  country: string | null;
  postal_region: string | null;
  birth_decade: number | null;
  household_size: number | null;
  home_type: string | null;
  preferred_language: string | null;
}

export interface SegmentFactValueRow {
  fact_id: string;
  field: string;
  value: string;
}

export interface SegmentRow {
  id: string;
  company_id: string;
  purpose_id: string;
  name: string;
  conditions: string;
  created_by: string;
  created_at: string;
}

export interface SegmentTables {
  segment_fact: SegmentFactRow;
  segment_fact_value: SegmentFactValueRow;
  segment: SegmentRow;
}
