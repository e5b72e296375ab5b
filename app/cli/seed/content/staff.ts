import type { Language } from '#schema/language.ts';
import type { StaffRole } from '#schema/staff.ts';
import { COMPANIES, COMPANY_SLUGS, type CompanySlug, OPERATOR } from './companies.ts';

export interface PlannedStaff {
  /** `marketer-<company>`, `officer-<company>`, `owner-<company>` or `operator`. */
  readonly slug: string;
  /** null: the operator of the portal, who belongs to no company. */
  readonly company: CompanySlug | null;
  readonly roles: readonly StaffRole[];
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** The officer is the one named in the company's profile; an owner never acts as officer as well. */
const MARKETERS: Readonly<Record<CompanySlug, string>> = {
  alpenrad: 'Tobias Geiger',
  rheinstrom: 'Lena Brugger',
  kornundkruste: 'Andri Caduff',
};
const OWNERS: Readonly<Record<CompanySlug, string>> = {
  alpenrad: 'Marlene Rinderer',
  rheinstrom: 'Paul Ehinger',
  kornundkruste: 'Reto Inauen',
};

/** "Lena Brugger" -> lena.brugger@rheinstrom.example */
function mailOf(name: string, company: CompanySlug): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@${company}.example`;
}

function staffOf(company: CompanySlug): PlannedStaff[] {
  const person = (role: StaffRole, name: string): PlannedStaff => ({
    slug: `${role}-${company}`,
    company,
    roles: [role],
    name,
    email: mailOf(name, company),
    language: 'de',
  });
  return [
    person('marketer', MARKETERS[company]),
    person('officer', COMPANIES[company].officer.name),
    person('owner', OWNERS[company]),
  ];
}

export const STAFF: readonly PlannedStaff[] = [
  ...COMPANY_SLUGS.flatMap(staffOf),
  {
    slug: 'operator',
    company: null,
    roles: ['operator'],
    name: OPERATOR.represented,
    email: 'nora.feurstein@driverseat-bodensee.example',
    language: 'de',
  },
];
