import type { PurposeContent } from '#schema/purpose.ts';
import {
  firstVersion,
  ONLY_WITH_YOUR_YES,
  optional,
  type PlannedPurpose,
  required,
  UNTIL_TAKEN_BACK,
} from '../../planned-purpose.ts';
import { BRIEFBOTE, IN_BREGENZ } from './parties.ts';

const first: PurposeContent = {
  basis: 'consent',
  title: { de: 'Neues rund ums Rad', en: 'News about bikes' },
  what: {
    de: 'Wir schicken Ihnen zweimal im Monat eine E-Mail. Darin stehen Touren am See, Tipps zur Pflege und Neues aus dem Laden.',
    en: 'We send you an email twice a month. It has tours by the lake, tips for your bike and news from the shop.',
  },
  benefitCustomer: {
    de: 'Sie hören früh von Touren, Kursen und guten Preisen.',
    en: 'You hear early about tours, classes and good prices.',
  },
  benefitCompany: {
    de: 'Wir bleiben im Gespräch und verkaufen mehr.',
    en: 'We stay in touch and sell more.',
  },
  onNo: {
    de: 'Dann kommt keine solche E-Mail. Sonst ändert sich nichts.',
    en: 'Then you will not get this email. Nothing else changes.',
  },
  legalNote: ONLY_WITH_YOUR_YES,
  recipients: [BRIEFBOTE],
  storage: [IN_BREGENZ],
  retention: UNTIL_TAKEN_BACK,
  fields: [
    ...required('email'),
    ...optional('given-name', 'bicycle-kind', 'interests', 'postal-region', 'birth-decade'),
  ],
  channels: ['email'],
  topics: ['news', 'offers', 'events'],
  validityMonths: null,
  profiling: false,
  dpv: 'dpv:DirectMarketing',
};

/** Asks one thing more, so the old yes does not cover it. */
const withNeeds: PurposeContent = {
  ...first,
  what: {
    de: 'Wir schicken Ihnen zweimal im Monat eine E-Mail. Darin stehen Touren am See, Tipps zur Pflege und Neues aus dem Laden. Sagen Sie uns, was Sie gerade suchen, dann steht das oben.',
    en: 'We send you an email twice a month. It has tours by the lake, tips for your bike and news from the shop. Tell us what you are looking for, and it comes first.',
  },
  fields: [...first.fields, ...optional('needs')],
};

export const newsletter: PlannedPurpose = {
  slug: 'newsletter',
  versions: [
    firstVersion(first),
    { kind: 'change', content: withNeeds, releasedMonthsAgo: 4, oldScopeMonths: 6 },
  ],
};
