import type { PurposeContent } from '#schema/purpose.ts';
import { firstVersion, type PlannedPurpose, required } from '../../planned-purpose.ts';
import { IN_BREGENZ } from './parties.ts';

const content: PurposeContent = {
  basis: 'contract',
  title: { de: 'Kauf und Gewährleistung', en: 'Purchase and warranty' },
  what: {
    de: 'Wir schreiben Ihre Rechnung und halten fest, welches Rad Ihnen gehört. So können wir helfen, wenn etwas kaputtgeht.',
    en: 'We write your bill and record which bike is yours. That way we can help if something breaks.',
  },
  benefitCustomer: {
    de: 'Sie bekommen Ihr Recht, auch wenn Sie den Beleg nicht mehr finden.',
    en: 'You keep your legal rights, even if you lose the bill.',
  },
  benefitCompany: {
    de: 'Wir erfüllen den Vertrag und führen unsere Bücher.',
    en: 'We fulfil the contract and keep our books.',
  },
  onNo: {
    de: 'Hier gibt es keine Wahl, solange der Vertrag läuft.',
    en: 'There is no choice here while the contract runs.',
  },
  legalNote: {
    de: 'Nötig für den Vertrag (Art. 6 Abs. 1 lit. b DSGVO), zwei Jahre lang. Die Rechnung bleibt sieben Jahre (§ 132 BAO).',
    en: 'Needed for the contract (Art. 6(1)(b) GDPR), for two years. The bill stays for seven years (§ 132 BAO).',
  },
  recipients: [],
  storage: [IN_BREGENZ],
  retention: {
    de: 'Zwei Jahre nach dem Kauf, die Rechnung sieben Jahre.',
    en: 'Two years after the sale, the bill for seven years.',
  },
  fields: required('given-name', 'family-name', 'street', 'postal-code', 'city', 'email', 'frame-number'),
  channels: ['email', 'post'],
  validityMonths: null,
  profiling: false,
  dpv: 'dpv:FulfilmentOfContractualObligation',
};

export const warranty: PlannedPurpose = { slug: 'warranty', versions: [firstVersion(content)] };
