import type { CompanyId } from '#schema/ids.ts';
import type { Language } from '#schema/language.ts';
import type { Company, PrivacyNotice } from './company.ts';

export interface CompanyReader {
  find(id: CompanyId): Promise<Company | undefined>;
  findBySlug(slug: string): Promise<Company | undefined>;
  /** All companies by name. */
  all(): Promise<Company[]>;
  /** The newest notice in this language, else in any. */
  currentNotice(companyId: CompanyId | null, language: Language): Promise<PrivacyNotice | undefined>;
  /** The version of the same notice; what a decision cites. */
  currentNoticeVersion(companyId: CompanyId | null, language: Language): Promise<number | undefined>;
  /** Every notice ever released. */
  notices(companyId: CompanyId | null): Promise<PrivacyNotice[]>;
}

export interface CompanyWriter extends CompanyReader {
  insert(company: Company): Promise<void>;
  insertNotice(notice: PrivacyNotice): Promise<void>;
}
