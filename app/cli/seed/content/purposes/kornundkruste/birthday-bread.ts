import type { PurposeContent } from '#schema/purpose.ts';
import {
  firstVersion,
  ONLY_WITH_YOUR_YES_CH,
  optional,
  type PlannedPurpose,
  required,
} from '../../planned-purpose.ts';
import { IN_ST_GALLEN } from './parties.ts';

const content: PurposeContent = {
  basis: 'consent',
  title: { de: 'Ein Brot zum Geburtstag', en: 'A loaf for your birthday' },
  what: {
    de: 'In der Woche Ihres Geburtstags liegt ein Brot für Sie bereit. Dafür brauchen wir Tag und Monat, nicht das Jahr.',
    en: 'In the week of your birthday, a loaf is waiting for you. For this we need the day and the month, not the year.',
  },
  benefitCustomer: {
    de: 'Sie bekommen ein Brot geschenkt, das Sie selbst aussuchen.',
    en: 'You get a loaf of your choice as a gift.',
  },
  benefitCompany: {
    de: 'Sie kommen vorbei, und oft kaufen Sie noch etwas dazu.',
    en: 'You drop in, and you often buy something else as well.',
  },
  onNo: {
    de: 'Dann liegt kein Brot bereit. Alles andere bleibt gleich.',
    en: 'Then no loaf will be waiting. Everything else stays the same.',
  },
  legalNote: ONLY_WITH_YOUR_YES_CH,
  recipients: [],
  storage: [IN_ST_GALLEN],
  retention: {
    de: 'Ein Jahr, oder bis Sie Ihr Ja zurücknehmen. Dann löschen wir die Daten in 30 Tagen.',
    en: 'One year, or until you take back your yes. Then we delete the data within 30 days.',
  },
  fields: [
    ...required('birthday', 'favourite-branch'),
    ...optional('given-name', 'email', 'birth-decade', 'interests', 'postal-region'),
  ],
  channels: ['in-person', 'email'],
  topics: ['offers'],
  validityMonths: 12,
  profiling: false,
  dpv: 'dpv:PersonalisedBenefits',
};

export const birthdayBread: PlannedPurpose = { slug: 'birthday-bread', versions: [firstVersion(content)] };
