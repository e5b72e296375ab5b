import type { PurposeContent } from '#schema/purpose.ts';
import {
  firstVersion,
  ONLY_WITH_YOUR_YES,
  optional,
  type PlannedPurpose,
  required,
} from '../../planned-purpose.ts';
import { IN_KONSTANZ } from './parties.ts';

const first: PurposeContent = {
  basis: 'consent',
  title: { de: 'Beratung zu Solarstrom und Ladestation', en: 'Advice on solar power and charging' },
  what: {
    de: 'Wir rufen Sie an und rechnen mit Ihnen durch, ob sich eine Solaranlage oder eine Ladestation lohnt. Wenn Sie möchten, kommen wir vorbei.',
    en: 'We call you and work out with you if solar power or a car charger would pay off. If you like, we come to your home.',
  },
  benefitCustomer: {
    de: 'Sie erfahren kostenlos, was es bei Ihnen kosten würde und was es bringt.',
    en: 'You learn what it would cost and save at your home, free of charge.',
  },
  benefitCompany: {
    de: 'Wir bauen solche Anlagen und verdienen daran.',
    en: 'We build these systems and earn money from them.',
  },
  onNo: {
    de: 'Dann rufen wir nicht an. Fragen können Sie uns jederzeit.',
    en: 'Then we do not call. You can still ask us at any time.',
  },
  legalNote: ONLY_WITH_YOUR_YES,
  recipients: [],
  storage: [IN_KONSTANZ],
  retention: {
    de: 'Ein Jahr, oder bis Sie Ihr Ja zurücknehmen. Den Beweis für Ihr Ja heben wir fünf Jahre auf (§ 7a UWG).',
    en: 'One year, or until you take back your yes. We keep the proof of your yes for five years (§ 7a UWG).',
  },
  fields: [
    ...required('family-name', 'mobile', 'home-type'),
    ...optional('given-name', 'street', 'postal-code', 'city', 'postal-region', 'heating'),
    ...optional('interests', 'needs', 'household-size', 'contact-time'),
  ],
  channels: ['phone', 'in-person'],
  topics: ['tips', 'offers'],
  validityMonths: 12,
  profiling: false,
  dpv: 'dpv:SellProductsToDataSubject',
};

/** Asks by when; the old scope has run out since, so grants of the first text rest until a new yes. */
const withDate: PurposeContent = {
  ...first,
  what: {
    de: 'Wir rufen Sie an und rechnen mit Ihnen durch, ob sich eine Solaranlage oder eine Ladestation lohnt. Wenn Sie möchten, kommen wir vorbei. Sagen Sie uns gern, bis wann Sie es wissen möchten.',
    en: 'We call you and work out with you if solar power or a car charger would pay off. If you like, we come to your home. Tell us by when you want to know.',
  },
  fields: [...first.fields, ...optional('need-until')],
};

export const solarAdvice: PlannedPurpose = {
  slug: 'solar-advice',
  versions: [
    firstVersion(first),
    { kind: 'change', content: withDate, releasedMonthsAgo: 6, oldScopeMonths: 3 },
  ],
};
