import type { PurposeContent } from '#schema/purpose.ts';
import { firstVersion, optional, type PlannedPurpose, required } from '../../planned-purpose.ts';
import { IN_ST_GALLEN } from './parties.ts';

const content: PurposeContent = {
  basis: 'contract',
  title: { de: 'Bestellung und Abholung', en: 'Orders and pick-up' },
  what: {
    de: 'Wir backen, was Sie bestellen, und legen es unter Ihrem Namen bereit. Wenn etwas fehlt, melden wir uns bei Ihnen.',
    en: 'We bake what you order and keep it under your name. If something is missing, we get in touch.',
  },
  benefitCustomer: {
    de: 'Ihr Brot liegt da, wenn Sie kommen.',
    en: 'Your bread is there when you come.',
  },
  benefitCompany: {
    de: 'Wir wissen, wie viel wir backen müssen, und werden bezahlt.',
    en: 'We know how much to bake, and we get paid.',
  },
  onNo: {
    de: 'Hier gibt es keine Wahl, solange eine Bestellung läuft.',
    en: 'There is no choice here while an order is open.',
  },
  legalNote: {
    de: 'Nötig für den Vertrag (Art. 6 Abs. 1 lit. b DSGVO), bis das Brot bei Ihnen ist. Der Beleg bleibt zehn Jahre (Art. 958f OR).',
    en: 'Needed for the contract (Art. 6(1)(b) GDPR), until you have your bread. The bill stays for ten years (Art. 958f CO).',
  },
  recipients: [],
  storage: [IN_ST_GALLEN],
  retention: {
    de: 'Bis zur Abholung, der Beleg zehn Jahre.',
    en: 'Until you pick it up, the bill for ten years.',
  },
  fields: [
    ...required('given-name', 'family-name', 'email', 'favourite-branch'),
    ...optional('loyalty-card'),
  ],
  channels: ['email', 'in-person'],
  validityMonths: null,
  profiling: false,
  dpv: 'dpv:CustomerOrderManagement',
};

export const orders: PlannedPurpose = { slug: 'orders', versions: [firstVersion(content)] };
