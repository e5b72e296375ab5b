import type { PurposeContent } from '#schema/purpose.ts';
import { firstVersion, type PlannedPurpose, required } from '../../planned-purpose.ts';
import { IN_KONSTANZ, POSTWERK } from './parties.ts';

const content: PurposeContent = {
  basis: 'legal-duty',
  title: { de: 'Rechnung und Aufbewahrung', en: 'Bills and records' },
  what: {
    de: 'Wir rechnen einmal im Jahr ab und heben die Rechnung auf. Dazu gehören Name, Anschrift und Zähler.',
    en: 'We bill you once a year and keep the bill. It holds your name, address and meter.',
  },
  benefitCustomer: {
    de: 'Sie können jede Rechnung prüfen, auch Jahre später.',
    en: 'You can check each bill, even years later.',
  },
  benefitCompany: {
    de: 'Wir halten das Gesetz ein und werden bezahlt.',
    en: 'We obey the law and get paid.',
  },
  onNo: {
    de: 'Hier gibt es keine Wahl: Das Gesetz schreibt es vor.',
    en: 'There is no choice here. The law says we must.',
  },
  legalNote: {
    de: 'Das Gesetz verlangt es (Art. 6 Abs. 1 lit. c DSGVO, § 40 EnWG, § 147 AO). Nach acht Jahren ist Schluss.',
    en: 'The law requires it (Art. 6(1)(c) GDPR, § 40 EnWG, § 147 AO). It ends after eight years.',
  },
  recipients: [POSTWERK],
  storage: [IN_KONSTANZ],
  retention: {
    de: 'Acht Jahre nach dem Ende des Jahres der Rechnung.',
    en: 'Eight years after the end of the year of the bill.',
  },
  fields: required('given-name', 'family-name', 'street', 'postal-code', 'city', 'meter-number'),
  channels: ['post', 'portal'],
  validityMonths: null,
  profiling: false,
  dpv: 'dpv:LegalCompliance',
};

export const bill: PlannedPurpose = { slug: 'bill', versions: [firstVersion(content)] };
