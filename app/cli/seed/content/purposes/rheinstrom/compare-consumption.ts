import type { PurposeContent } from '#schema/purpose.ts';
import { READING_DAYS } from '../../company-fields.ts';
import { firstVersion, optional, type PlannedPurpose, required } from '../../planned-purpose.ts';
import { GRIDLENS, IN_KONSTANZ, IN_ZURICH } from './parties.ts';

const content: PurposeContent = {
  basis: 'consent',
  title: { de: 'Verbrauch vergleichen', en: 'Compare your energy use' },
  what: {
    de: 'Wir vergleichen Ihren Verbrauch mit dem von Haushalten, die Ihrem ähnlich sind. Viermal im Jahr sehen Sie, wo Sie stehen und was auffällt.',
    en: 'We compare what you use with what similar households use. Four times a year you see where you stand and what stands out.',
  },
  benefitCustomer: {
    de: 'Sie merken früh, wenn ein Gerät zu viel Strom braucht.',
    en: 'You notice early when a device uses too much power.',
  },
  benefitCompany: {
    de: 'Wir wissen besser, wie viel Strom wir kaufen müssen.',
    en: 'We know better how much power we have to buy.',
  },
  onNo: {
    de: 'Dann vergleichen wir nichts. Die Rechnung kommt wie immer.',
    en: 'Then we do not compare anything. Your bill comes as usual.',
  },
  legalNote: {
    de: 'Das ist Profiling, und wir tun es nur mit Ihrem Ja (Art. 6 Abs. 1 lit. a DSGVO). Auf Preis und Vertrag hat es keinen Einfluss.',
    en: 'This is profiling, and we do it only with your yes (Art. 6(1)(a) GDPR). It has no effect on price or contract.',
  },
  recipients: [GRIDLENS],
  storage: [IN_KONSTANZ, IN_ZURICH],
  retention: {
    de: 'Zwei Jahre, oder bis Sie Ihr Ja zurücknehmen. In Zürich löschen wir jeden Vergleich nach 30 Tagen.',
    en: 'Two years, or until you take back your yes. In Zurich each result is deleted after 30 days.',
  },
  fields: [
    ...required('meter-number', 'postal-region'),
    ...optional('email', 'household-size', 'home-type', 'heating', 'needs', 'attitudes', READING_DAYS),
  ],
  channels: ['portal', 'email'],
  topics: ['tips'],
  validityMonths: 24,
  profiling: true,
  dpv: 'dpv:OptimisationForConsumer',
};

export const compareConsumption: PlannedPurpose = {
  slug: 'compare-consumption',
  versions: [firstVersion(content)],
};
