import type { CompanyProfile } from '#schema/company.ts';

export const COMPANY_SLUGS = ['alpenrad', 'rheinstrom', 'kornundkruste'] as const;
export type CompanySlug = (typeof COMPANY_SLUGS)[number];

/**
 * Three invented companies around Lake Constance, one in each country of the
 * market. Nobody can be reached under their addresses: the domains end in
 * `.example` (RFC 2606), the German numbers belong to the range the
 * Bundesnetzagentur keeps free for films, the others are all zeros, which no
 * network assigns. Only the supervisory authorities are real.
 */
export const COMPANIES: Readonly<Record<CompanySlug, CompanyProfile>> = {
  alpenrad: {
    name: 'Alpenrad',
    legalName: 'Alpenrad Fahrradhandel GmbH (erfunden)',
    address: 'Musterweg 1, 6900 Bregenz, Österreich',
    email: 'hallo@alpenrad.example',
    phone: '+43 5574 000000',
    represented: 'Marlene Rinderer, Geschäftsführerin',
    register: 'FN 000000 x, Landesgericht Feldkirch (erfunden)',
    officer: { name: 'Jakob Hefel', email: 'datenschutz@alpenrad.example' },
    authority: { name: 'Österreichische Datenschutzbehörde, Wien', url: 'https://www.dsb.gv.at/' },
    jurisdiction: 'at',
    languages: ['de', 'en'],
    about: {
      de: 'Räder, Werkstatt und Touren in Bregenz und Dornbirn.',
      en: 'Bikes, repairs and tours in Bregenz and Dornbirn.',
    },
    hue: 20,
  },
  rheinstrom: {
    name: 'Rheinstrom',
    legalName: 'Rheinstrom Energie AG (erfunden)',
    address: 'Musterufer 7, 78462 Konstanz, Deutschland',
    email: 'service@rheinstrom.example',
    phone: '+49 89 99998 123',
    represented: 'Dr. Henrike Maurer, Vorstand',
    register: 'HRB 000000, Amtsgericht Freiburg (erfunden)',
    officer: { name: 'Selma Aydin', email: 'datenschutz@rheinstrom.example' },
    authority: {
      name: 'Landesbeauftragter für den Datenschutz und die Informationsfreiheit Baden-Württemberg, Stuttgart',
      url: 'https://www.baden-wuerttemberg.datenschutz.de/',
    },
    jurisdiction: 'de',
    languages: ['de', 'en'],
    about: {
      de: 'Strom, Gas und Wärme rund um den Bodensee.',
      en: 'Power, gas and heat around Lake Constance.',
    },
    hue: 250,
  },
  kornundkruste: {
    name: 'Korn & Kruste',
    legalName: 'Korn & Kruste Bäckereien AG (erfunden)',
    address: 'Mustergasse 3, 9000 St. Gallen, Schweiz',
    email: 'guetentag@kornundkruste.example',
    phone: '+41 71 000 00 00',
    represented: 'Reto Inauen, Geschäftsleiter',
    register: 'CHE-000.000.000, Handelsregister St. Gallen (erfunden)',
    officer: { name: 'Livia Sutter', email: 'datenschutz@kornundkruste.example' },
    authority: {
      name: 'Eidgenössischer Datenschutz- und Öffentlichkeitsbeauftragter (EDÖB), Bern',
      url: 'https://www.edoeb.admin.ch/',
    },
    jurisdiction: 'ch',
    languages: ['de', 'en'],
    about: {
      de: 'Brot und Kaffee in neun Läden von St. Gallen bis Bregenz.',
      en: 'Bread and coffee in nine shops from St. Gallen to Bregenz.',
    },
    hue: 75,
  },
};

/** Who runs the portal of the demo; as invented as the companies. */
export const OPERATOR: CompanyProfile = {
  name: 'Driverseat Bodensee',
  legalName: 'Driverseat Bodensee, Vorführung (erfunden)',
  address: 'Musterplatz 5, 6850 Dornbirn, Österreich',
  email: 'hallo@driverseat-bodensee.example',
  phone: '+43 5572 000000',
  represented: 'Nora Feurstein',
  register: 'Nirgends eingetragen: Diesen Betreiber gibt es nur in der Vorführung.',
  officer: { name: 'Emil Natter', email: 'datenschutz@driverseat-bodensee.example' },
  authority: { name: 'Österreichische Datenschutzbehörde, Wien', url: 'https://www.dsb.gv.at/' },
  jurisdiction: 'at',
  languages: ['de', 'en'],
  about: {
    de: 'Das Portal, auf dem Sie bestimmen, wer was von Ihnen weiß.',
    en: 'The portal where you decide who knows what about you.',
  },
  hue: 165,
};
