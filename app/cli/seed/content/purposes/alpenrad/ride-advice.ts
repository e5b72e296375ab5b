import type { PurposeContent } from '#schema/purpose.ts';
import { firstVersion, optional, type PlannedPurpose, required } from '../../planned-purpose.ts';
import { IN_BREGENZ } from './parties.ts';

const content: PurposeContent = {
  basis: 'consent',
  title: { de: 'Räder, die zu Ihnen passen', en: 'Bikes that suit you' },
  what: {
    de: 'Ein Programm vergleicht Ihre Angaben mit unseren Rädern und schlägt drei davon vor. Bevor Sie den Vorschlag bekommen, prüft ihn ein Mensch im Laden.',
    en: 'A program compares what you tell us with our bikes and suggests three of them. A person in the shop checks the list before you get it.',
  },
  benefitCustomer: {
    de: 'Sie sehen nur Räder, die zu Ihren Wegen, Ihrem Haushalt und Ihrem Geschmack passen.',
    en: 'You see only bikes that suit your rides, your household and your taste.',
  },
  benefitCompany: {
    de: 'Wir beraten besser, verkaufen mehr und nehmen weniger Räder zurück.',
    en: 'We give better advice, sell more and take fewer bikes back.',
  },
  onNo: {
    de: 'Dann erstellen wir keinen Vorschlag. Im Laden beraten wir Sie genauso gern.',
    en: 'Then we do not make a list. We are just as happy to advise you in the shop.',
  },
  legalNote: {
    de: 'Das ist Profiling, und wir tun es nur mit Ihrem Ja (Art. 6 Abs. 1 lit. a DSGVO). Über Preise oder Verträge wird so nicht bestimmt.',
    en: 'This is profiling, and we do it only with your yes (Art. 6(1)(a) GDPR). It never decides on prices or contracts.',
  },
  recipients: [],
  storage: [IN_BREGENZ],
  retention: {
    de: 'Ein Jahr, oder bis Sie Ihr Ja zurücknehmen. Den Vorschlag löschen wir nach 90 Tagen.',
    en: 'One year, or until you take back your yes. We delete the list after 90 days.',
  },
  fields: [
    ...required('email', 'needs'),
    ...optional(
      'interests',
      'attitudes',
      'bicycle-kind',
      'household-size',
      'home-type',
      'birth-decade',
      'postal-region',
      'need-until',
    ),
  ],
  channels: ['email', 'portal', 'in-person'],
  topics: ['tips'],
  validityMonths: 12,
  profiling: true,
  dpv: 'dpv:ProvideProductRecommendations',
};

export const rideAdvice: PlannedPurpose = { slug: 'ride-advice', versions: [firstVersion(content)] };
