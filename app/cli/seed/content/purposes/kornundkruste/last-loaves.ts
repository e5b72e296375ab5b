import type { PurposeContent } from '#schema/purpose.ts';
import {
  firstVersion,
  ONLY_WITH_YOUR_YES_CH,
  optional,
  type PlannedPurpose,
  required,
} from '../../planned-purpose.ts';
import { IN_ST_GALLEN } from './parties.ts';

const corrected: PurposeContent = {
  basis: 'consent',
  title: { de: 'Die letzten Brote am Abend', en: 'The last loaves of the day' },
  what: {
    de: 'Wenn um fünf Uhr noch Brot übrig ist, sagen wir Ihnen Bescheid. Es kostet dann nur die Hälfte. Sie wählen, ob als Mitteilung auf dem Handy oder per SMS.',
    en: 'If there is bread left at five, we tell you. It then costs only half. You choose a note on your phone or a text message.',
  },
  benefitCustomer: {
    de: 'Sie bekommen gutes Brot zum halben Preis.',
    en: 'You get good bread at half the price.',
  },
  benefitCompany: {
    de: 'Wir müssen weniger Brot wegwerfen.',
    en: 'We throw less bread away.',
  },
  onNo: {
    de: 'Dann melden wir uns nicht. Der halbe Preis am Abend gilt für alle.',
    en: 'Then we send nothing. The evening price is the same for all.',
  },
  legalNote: ONLY_WITH_YOUR_YES_CH,
  recipients: [],
  storage: [IN_ST_GALLEN],
  retention: {
    de: 'Sechs Monate, oder bis Sie Ihr Ja zurücknehmen. Dann löschen wir die Daten in 30 Tagen.',
    en: 'Six months, or until you take back your yes. Then we delete the data within 30 days.',
  },
  fields: [
    ...required('favourite-branch'),
    ...optional('mobile', 'given-name', 'interests', 'postal-region', 'household-size'),
  ],
  channels: ['push', 'sms'],
  topics: ['offers'],
  validityMonths: 6,
  profiling: false,
  dpv: 'dpv:RequestedServiceProvision',
};

/** The first English text said "the half"; nothing but the wording of that phrase was mended. */
const clumsy: PurposeContent = {
  ...corrected,
  what: {
    ...corrected.what,
    en: 'If there is bread left at five, we tell you. It then costs the half. You choose a note on your phone or a text message.',
  },
};

export const lastLoaves: PlannedPurpose = {
  slug: 'last-loaves',
  versions: [firstVersion(clumsy), { kind: 'correction', content: corrected, releasedMonthsAgo: 9 }],
};
