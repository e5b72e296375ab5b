import type { CompanyProfile } from '#schema/company.ts';
import type { PurposeContent } from '#schema/purpose.ts';
import { ONLY_WITH_YOUR_YES, required, UNTIL_TAKEN_BACK } from './planned-purpose.ts';

/** A portal elsewhere in which Anna was before: nothing of it holds here. */
export const FOREIGN_ORIGIN = 'mein.bodenseebus.example/log';

export const FOREIGN_COMPANY: CompanyProfile = {
  name: 'Bodenseebus',
  legalName: 'Bodenseebus GmbH',
  address: 'Seestraße 4, 88131 Lindau',
  email: 'hallo@bodenseebus.example',
  phone: '+49 8382 555 01',
  represented: 'Jana Roth',
  register: 'HRB 5512, Amtsgericht Kempten',
  officer: { name: 'Ulf Maier', email: 'datenschutz@bodenseebus.example' },
  authority: { name: 'Bayerisches Landesamt für Datenschutzaufsicht', url: 'https://www.lda.bayern.de/' },
  jurisdiction: 'de',
  languages: ['de'],
  about: { de: 'Busse rund um den See' },
  hue: 210,
};

export const FOREIGN_PURPOSE = 'delays';

export const FOREIGN_CONTENT: PurposeContent = {
  basis: 'consent',
  title: { de: 'Wenn Ihr Bus später kommt' },
  what: { de: 'Wir schreiben Ihnen eine E-Mail, wenn auf Ihrer Linie ein Bus später kommt.' },
  benefitCustomer: { de: 'Sie stehen nicht umsonst an der Haltestelle.' },
  benefitCompany: { de: 'Weniger Leute rufen bei uns an.' },
  onNo: { de: 'Dann kommt keine solche E-Mail. Sonst ändert sich nichts.' },
  legalNote: ONLY_WITH_YOUR_YES,
  recipients: [],
  storage: [{ place: 'Lindau', country: 'DE' }],
  retention: UNTIL_TAKEN_BACK,
  fields: required('email'),
  channels: ['email'],
  validityMonths: null,
  profiling: false,
  dpv: 'dpv:ServiceProvision',
};
