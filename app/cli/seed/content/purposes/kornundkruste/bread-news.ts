import type { PurposeContent } from '#schema/purpose.ts';
import {
  firstVersion,
  ONLY_WITH_YOUR_YES_CH,
  optional,
  type PlannedPurpose,
  required,
  UNTIL_TAKEN_BACK,
} from '../../planned-purpose.ts';
import { CRUMBMAIL, IN_OHIO, IN_ST_GALLEN } from './parties.ts';

const first: PurposeContent = {
  basis: 'consent',
  title: { de: 'Die Woche im Ofen', en: 'This week in the oven' },
  what: {
    de: 'Jeden Montag schicken wir Ihnen eine E-Mail. Sie zeigt die Brote der Woche und was es Neues gibt.',
    en: 'Every Monday we send you an email. It shows the breads of the week and what is new.',
  },
  benefitCustomer: {
    de: 'Sie wissen, an welchem Tag es Ihr Brot gibt.',
    en: 'You know which day we bake your bread.',
  },
  benefitCompany: {
    de: 'Mehr Menschen kommen zu uns in den Laden.',
    en: 'More people come to our shops.',
  },
  onNo: {
    de: 'Dann kommt keine E-Mail. Der Plan hängt auch in jedem unserer Läden.',
    en: 'Then you will not get the email. The plan is also up in all our shops.',
  },
  legalNote: ONLY_WITH_YOUR_YES_CH,
  recipients: [CRUMBMAIL],
  storage: [IN_ST_GALLEN, IN_OHIO],
  retention: UNTIL_TAKEN_BACK,
  fields: [
    ...required('email'),
    ...optional('given-name', 'favourite-branch', 'interests', 'postal-region', 'preferred-language'),
  ],
  channels: ['email'],
  topics: ['news', 'offers'],
  validityMonths: null,
  profiling: false,
  dpv: 'dpv:DirectMarketing',
};

/** May now choose by taste as well; an old yes does not cover it. */
const withAttitudes: PurposeContent = {
  ...first,
  what: {
    de: 'Jeden Montag schicken wir Ihnen eine E-Mail. Sie zeigt die Brote der Woche und was es Neues gibt. Wenn Sie uns sagen, was Ihnen wichtig ist, steht das vorn.',
    en: 'Every Monday we send you an email. It shows the breads of the week and what is new. If you tell us what you care about, that comes first.',
  },
  fields: [...first.fields, ...optional('attitudes')],
};

export const breadNews: PlannedPurpose = {
  slug: 'bread-news',
  versions: [
    firstVersion(first),
    { kind: 'change', content: withAttitudes, releasedMonthsAgo: 5, oldScopeMonths: 6 },
  ],
};
