import type { CompanyFieldId } from '#schema/field.ts';
import type { CompanyId, CustomerId, StaffId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { CompanyField } from './company-field.ts';

/** What became of a question; the value itself is sealed in the profile. */
export interface FieldAnswer {
  readonly customerId: CustomerId;
  readonly companyId: CompanyId;
  readonly field: CompanyFieldId;
  readonly state: 'answered' | 'skipped';
  readonly at: Instant;
}

export interface CompanyFieldReader {
  find(id: CompanyFieldId): Promise<CompanyField | undefined>;
  findMany(ids: readonly CompanyFieldId[]): Promise<CompanyField[]>;
  /** In the company's order, drafts and retired ones too. */
  ofCompany(companyId: CompanyId): Promise<CompanyField[]>;
  /** Every field that was ever released, of all companies: for their names on pages. */
  released(): Promise<CompanyField[]>;
  answersOf(customerId: CustomerId): Promise<FieldAnswer[]>;
}

export interface CompanyFieldWriter extends CompanyFieldReader {
  /** Fails with a unique violation when the company has a field of this slug. */
  insert(field: CompanyField): Promise<void>;
  release(id: CompanyFieldId, by: StaffId, at: Instant): Promise<void>;
  retire(id: CompanyFieldId, at: Instant): Promise<void>;
  /** Only a draft: what was released stays. */
  deleteDraft(id: CompanyFieldId): Promise<void>;
  saveAnswer(answer: FieldAnswer): Promise<void>;
  deleteOfCustomer(customerId: CustomerId): Promise<void>;
}
