import type { PurposeContent } from '#schema/purpose.ts';
import { SHOE_SIZE } from '../../company-fields.ts';
import {
  firstVersion,
  ONLY_WITH_YOUR_YES,
  optional,
  type PlannedPurpose,
  required,
} from '../../planned-purpose.ts';
import { BRIEFBOTE, IN_BREGENZ } from './parties.ts';

const corrected: PurposeContent = {
  basis: 'consent',
  title: { de: 'Probefahrten in Ihrer Nähe', en: 'Test rides near you' },
  what: {
    de: 'Wir laden Sie ein, wenn wir mit neuen Rädern in Ihre Gegend kommen. Das ist vier bis sechs Mal im Jahr.',
    en: 'We invite you when we come to your area with new bikes. That is four to six times a year.',
  },
  benefitCustomer: {
    de: 'Sie fahren neue Räder ganz in Ihrer Nähe zur Probe, kostenlos und ohne Verpflichtung.',
    en: 'You try new bikes close to home. It is free, and you do not have to buy anything.',
  },
  benefitCompany: {
    de: 'Wer ein Rad gefahren ist, kauft es öfter. Außerdem lernen wir, was gefällt.',
    en: 'People who have tried a bike buy it more often. We also learn what they like.',
  },
  onNo: {
    de: 'Dann laden wir Sie nicht ein. Im Laden können Sie weiter jedes Rad ausprobieren.',
    en: 'Then we do not invite you. You can still try any bike at the shop.',
  },
  legalNote: ONLY_WITH_YOUR_YES,
  recipients: [BRIEFBOTE],
  storage: [IN_BREGENZ],
  retention: {
    de: 'Ein Jahr, oder bis Sie Ihr Ja zurücknehmen. Dann löschen wir die Daten in 30 Tagen.',
    en: 'One year, or until you take back your yes. Then we delete the data within 30 days.',
  },
  fields: [
    ...required('email', 'postal-region'),
    ...optional(
      'given-name',
      'mobile',
      'bicycle-kind',
      'interests',
      'needs',
      'birth-decade',
      'household-size',
      SHOE_SIZE,
    ),
  ],
  channels: ['email', 'sms'],
  topics: ['events'],
  validityMonths: 12,
  profiling: false,
  dpv: 'dpv:ProvideEventRecommendations',
};

/** The first text wrote "ihrer" where "Ihrer" belongs; nothing but the spelling was mended. */
const misspelt: PurposeContent = {
  ...corrected,
  title: { de: 'Probefahrten in ihrer Nähe', en: 'Test rides near you' },
};

export const testRides: PlannedPurpose = {
  slug: 'test-rides',
  versions: [firstVersion(misspelt), { kind: 'correction', content: corrected, releasedMonthsAgo: 8 }],
};
