import type { PurposeContent } from '#schema/purpose.ts';
import {
  firstVersion,
  ONLY_WITH_YOUR_YES_CH,
  optional,
  type PlannedPurpose,
  required,
  UNTIL_TAKEN_BACK,
} from '../../planned-purpose.ts';
import { IN_ST_GALLEN } from './parties.ts';

const content: PurposeContent = {
  basis: 'consent',
  title: { de: 'Neue Brote probieren', en: 'Taste new breads' },
  what: {
    de: 'Ein paar Mal im Jahr laden wir Sie ein, neue Brote zu probieren. Danach fragen wir Sie nach Ihrer Meinung.',
    en: 'A few times a year we invite you to taste new breads. Then we ask you what you think.',
  },
  benefitCustomer: {
    de: 'Sie probieren als Erste und reden mit, was wir backen.',
    en: 'You taste first and have a say in what we bake.',
  },
  benefitCompany: {
    de: 'Wir lernen, was schmeckt, bevor wir viel davon backen.',
    en: 'We learn what tastes good before we bake a lot of it.',
  },
  onNo: {
    de: 'Dann laden wir Sie nicht ein. Im Laden dürfen Sie jederzeit probieren.',
    en: 'Then we do not invite you. You may taste in the shop at any time.',
  },
  legalNote: ONLY_WITH_YOUR_YES_CH,
  recipients: [],
  storage: [IN_ST_GALLEN],
  retention: UNTIL_TAKEN_BACK,
  fields: [
    ...required('email'),
    ...optional(
      'given-name',
      'interests',
      'attitudes',
      'needs',
      'birth-decade',
      'household-size',
      'postal-region',
    ),
  ],
  channels: ['email', 'portal'],
  topics: ['surveys'],
  validityMonths: null,
  profiling: false,
  dpv: 'dpv:ImproveExistingProductsAndServices',
};

export const tastingPanel: PlannedPurpose = { slug: 'tasting-panel', versions: [firstVersion(content)] };
