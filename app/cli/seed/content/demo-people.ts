import type { LocalizedText } from '#schema/language.ts';
import { COMPANIES, COMPANY_SLUGS, type CompanySlug } from './companies.ts';
import { STAFF } from './staff.ts';

/** Whom the sign-in page of the demo offers, in this order. */
export interface DemoPerson {
  readonly slug: string;
  readonly name: string;
  readonly kind: 'customer' | 'staff';
  /** null: customers and the operator. */
  readonly company: CompanySlug | null;
  /** Who it is and what there is to see, one short sentence. */
  readonly about: LocalizedText;
}

const STAFF_ABOUT: Readonly<Record<string, { readonly de: string; readonly en: string }>> = {
  marketer: { de: 'Marketing bei', en: 'marketing at' },
  officer: { de: 'Datenschutz bei', en: 'privacy officer at' },
  owner: { de: 'Leitung von', en: 'runs' },
};

function demoStaff(company: CompanySlug): DemoPerson[] {
  return STAFF.filter((staff) => staff.company === company).map((staff) => {
    const about = STAFF_ABOUT[staff.roles[0] ?? ''] ?? { de: 'bei', en: 'at' };
    return {
      slug: staff.slug,
      name: staff.name,
      kind: 'staff',
      company,
      about: { de: `${about.de} ${COMPANIES[company].name}`, en: `${about.en} ${COMPANIES[company].name}` },
    };
  });
}

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    slug: 'anna',
    name: 'Anna Keller',
    kind: 'customer',
    company: null,
    about: {
      de: 'Kundin bei allen drei Firmen, mit einem Jahr Geschichte',
      en: 'customer of all three companies, with a year of history',
    },
  },
  {
    slug: 'ben',
    name: 'Ben Fischer',
    kind: 'customer',
    company: null,
    about: {
      de: 'seit ein paar Tagen dabei und noch nichts entschieden',
      en: 'joined a few days ago and has decided nothing yet',
    },
  },
  ...COMPANY_SLUGS.flatMap(demoStaff),
  {
    slug: 'operator',
    name: STAFF.find((staff) => staff.slug === 'operator')?.name ?? 'operator',
    kind: 'staff',
    company: null,
    about: { de: 'betreibt das Portal und sieht keine Daten', en: 'runs the portal and sees no data' },
  },
];
