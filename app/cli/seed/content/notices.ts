import type { NoticeContent } from '#schema/company.ts';
import type { Language } from '#schema/language.ts';
import { COMPANIES, COMPANY_SLUGS, type CompanySlug } from './companies.ts';
import { ALPENRAD_FACTS } from './notices/alpenrad.ts';
import { companyNoticeDe } from './notices/company-notice-de.ts';
import { companyNoticeEn } from './notices/company-notice-en.ts';
import type { LocalizedFacts } from './notices/facts.ts';
import { KORNUNDKRUSTE_FACTS } from './notices/kornundkruste.ts';
import { PORTAL_NOTICE_DE } from './notices/portal-de.ts';
import { PORTAL_NOTICE_EN } from './notices/portal-en.ts';
import { RHEINSTROM_FACTS } from './notices/rheinstrom.ts';
import { FIRST_RELEASE_MONTHS_AGO } from './planned-purpose.ts';

export interface PlannedNotice {
  /** null: the notice of the portal itself. */
  readonly company: CompanySlug | null;
  readonly version: number;
  readonly releasedMonthsAgo: number;
  readonly contents: Readonly<Record<Language, NoticeContent>>;
}

const FACTS: Readonly<Record<CompanySlug, LocalizedFacts>> = {
  alpenrad: ALPENRAD_FACTS,
  rheinstrom: RHEINSTROM_FACTS,
  kornundkruste: KORNUNDKRUSTE_FACTS,
};

function companyNotice(company: CompanySlug): PlannedNotice {
  return {
    company,
    version: 1,
    releasedMonthsAgo: FIRST_RELEASE_MONTHS_AGO,
    contents: {
      de: companyNoticeDe(COMPANIES[company], FACTS[company].de),
      en: companyNoticeEn(COMPANIES[company], FACTS[company].en),
    },
  };
}

export const NOTICES: readonly PlannedNotice[] = [
  {
    company: null,
    version: 1,
    releasedMonthsAgo: FIRST_RELEASE_MONTHS_AGO,
    contents: { de: PORTAL_NOTICE_DE, en: PORTAL_NOTICE_EN },
  },
  ...COMPANY_SLUGS.map(companyNotice),
];
