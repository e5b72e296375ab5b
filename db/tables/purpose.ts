export interface PurposeRow {
  id: string;
  company_id: string;
  slug: string;
  basis: string;
  position: number;
  created_at: string;
  retired_at: string | null;
}

export interface PurposeVersionRow {
  id: string;
  purpose_id: string;
  version: number;
  kind: string;
  content: string;
  fact_mask: number;
  released_at: string;
  superseded_at: string | null;
  usable_until: string | null;
}

export interface PurposeCardRow {
  text_hash: string;
  version_id: string;
  language: string;
  card: string;
}

export interface PurposeTables {
  purpose: PurposeRow;
  purpose_version: PurposeVersionRow;
  purpose_card: PurposeCardRow;
}
