export interface ConsentRequestRow {
  id: string;
  relationship_id: string;
  customer_id: string;
  company_id: string;
  purpose_id: string;
  /** Pseudonym of the staff member. */
  asked_by: string;
  asked_at: string;
  expires_at: string;
  /** Why the customer never sees it; the company does not learn of it. */
  held_back: string | null;
  later_until: string | null;
  /** Kind of the consent event that answered it. */
  answer: string | null;
  answer_index: number | null;
  answered_at: string | null;
  sealed: Buffer;
}

export interface QuestionStopRow {
  customer_id: string;
  company_id: string;
  at: string;
}

export interface ConsentRequestTables {
  consent_request: ConsentRequestRow;
  question_stop: QuestionStopRow;
}
