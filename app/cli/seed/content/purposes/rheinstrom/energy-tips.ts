import type { PurposeContent } from '#schema/purpose.ts';
import {
  firstVersion,
  ONLY_WITH_YOUR_YES,
  optional,
  type PlannedPurpose,
  required,
  UNTIL_TAKEN_BACK,
} from '../../planned-purpose.ts';
import { IN_KONSTANZ } from './parties.ts';

const corrected: PurposeContent = {
  basis: 'consent',
  title: { de: 'Tipps zum Sparen', en: 'Tips to save energy' },
  what: {
    de: 'Einmal im Monat schicken wir Ihnen eine E-Mail. Darin stehen drei Tipps, die zu Ihrem Zuhause passen, und Neues zu den Preisen.',
    en: 'Once a month we send you an email. It has three tips that suit your home, and news about prices.',
  },
  benefitCustomer: {
    de: 'Sie verbrauchen weniger Strom und Gas und sparen Geld.',
    en: 'You use less power and gas and save money.',
  },
  benefitCompany: {
    de: 'Wer uns gut kennt, bleibt eher bei uns. Ab und zu steht auch ein Angebot darin.',
    en: 'People who know us well are more likely to stay. Now and then there is an offer too.',
  },
  onNo: {
    de: 'Dann kommen keine Tipps. Strom, Preis und Vertrag bleiben gleich.',
    en: 'Then you will not get tips. Your power, price and contract stay the same.',
  },
  legalNote: ONLY_WITH_YOUR_YES,
  recipients: [],
  storage: [IN_KONSTANZ],
  retention: UNTIL_TAKEN_BACK,
  fields: [
    ...required('email'),
    ...optional(
      'given-name',
      'home-type',
      'heating',
      'interests',
      'attitudes',
      'postal-region',
      'household-size',
    ),
  ],
  channels: ['email'],
  topics: ['tips', 'news'],
  validityMonths: null,
  profiling: false,
  dpv: 'dpv:DirectMarketing',
};

/** The English text said "tipps"; nothing but the spelling was mended. */
const misspelt: PurposeContent = {
  ...corrected,
  title: { de: 'Tipps zum Sparen', en: 'Tipps to save energy' },
};

export const energyTips: PlannedPurpose = {
  slug: 'energy-tips',
  versions: [firstVersion(misspelt), { kind: 'correction', content: corrected, releasedMonthsAgo: 10 }],
};
