import type { PurposeContent } from '#schema/purpose.ts';
import {
  firstVersion,
  ONLY_WITH_YOUR_YES,
  optional,
  type PlannedPurpose,
  required,
  UNTIL_TAKEN_BACK,
} from '../../planned-purpose.ts';
import { IN_KONSTANZ, KURZFUNK } from './parties.ts';

const first: PurposeContent = {
  basis: 'consent',
  title: { de: 'SMS bei Störung', en: 'Text message in a power cut' },
  what: {
    de: 'Fällt bei Ihnen der Strom aus, schicken wir eine SMS. Sie sagt, was los ist und wann der Strom wohl wieder da ist.',
    en: 'If you have a power cut, we send a text message. It says what is wrong and when the power should be back.',
  },
  benefitCustomer: {
    de: 'Sie wissen in wenigen Minuten Bescheid, auch wenn zu Hause nichts mehr geht.',
    en: 'You know within minutes, even if nothing works at home.',
  },
  benefitCompany: {
    de: 'Bei einer Störung rufen uns weniger Menschen an. So können wir uns um den Fehler kümmern.',
    en: 'Fewer people call us during a power cut. That way we can get on with the repair.',
  },
  onNo: {
    de: 'Dann kommt keine SMS. Jede Störung steht auch auf unserer Website.',
    en: 'Then you will not get a message. Every power cut is also shown on our website.',
  },
  legalNote: ONLY_WITH_YOUR_YES,
  recipients: [KURZFUNK],
  storage: [IN_KONSTANZ],
  retention: UNTIL_TAKEN_BACK,
  fields: [...required('mobile', 'postal-code'), ...optional('street', 'given-name', 'preferred-language')],
  channels: ['sms'],
  validityMonths: null,
  profiling: false,
  dpv: 'dpv:RequestedServiceProvision',
};

/** A second way to tell people; who said yes to the SMS goes on getting the SMS and nothing else. */
const withEmail: PurposeContent = {
  ...first,
  title: { de: 'Nachricht bei Störung', en: 'Message in a power cut' },
  what: {
    de: 'Fällt bei Ihnen der Strom aus, schicken wir eine SMS oder eine E-Mail. Sie sagt, was los ist und wann der Strom wohl wieder da ist.',
    en: 'If you have a power cut, we send a text message or an email. It says what is wrong and when the power should be back.',
  },
  onNo: {
    de: 'Dann kommt nichts. Jede Störung steht auch auf unserer Website.',
    en: 'Then you will not get anything. Every power cut is also shown on our website.',
  },
  fields: [...first.fields, ...optional('email')],
  channels: ['sms', 'email'],
};

export const outageSms: PlannedPurpose = {
  slug: 'outage-sms',
  versions: [
    firstVersion(first),
    { kind: 'change', content: withEmail, releasedMonthsAgo: 7, oldScopeMonths: 12 },
  ],
};
