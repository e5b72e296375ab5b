import type { CompanyId } from '#schema/ids.ts';
import type { Company } from '../company/company.ts';

export type Companies = ReadonlyMap<CompanyId, Company>;

export const companyNames = (companies: readonly Company[]): Companies =>
  new Map(companies.map((company) => [company.id, company]));

export const slugOf = (companies: Companies, id: CompanyId): string => companies.get(id)?.slug ?? id;

export const nameOf = (companies: Companies, id: CompanyId): string => companies.get(id)?.profile.name ?? '';
