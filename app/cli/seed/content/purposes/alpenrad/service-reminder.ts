import type { PurposeContent } from '#schema/purpose.ts';
import {
  firstVersion,
  ONLY_WITH_YOUR_YES,
  optional,
  type PlannedPurpose,
  required,
} from '../../planned-purpose.ts';
import { BRIEFBOTE, IN_BREGENZ } from './parties.ts';

const content: PurposeContent = {
  basis: 'consent',
  title: { de: 'Erinnerung an den Service', en: 'Service reminder' },
  what: {
    de: 'Einmal im Jahr erinnern wir Sie an den Service für Ihr Rad. Sie wählen, ob per E-Mail, per SMS oder mit einem Anruf.',
    en: 'Once a year we remind you that your bike is due for service. You choose email, text message or a call.',
  },
  benefitCustomer: {
    de: 'Ihr Rad bleibt sicher und hält länger. Sie müssen nicht selbst an den Termin denken.',
    en: 'Your bike stays safe and lasts longer. You do not have to remember the date yourself.',
  },
  benefitCompany: {
    de: 'Unsere Werkstatt hat das ganze Jahr über Arbeit.',
    en: 'Our workshop has work all year round.',
  },
  onNo: {
    de: 'Dann erinnern wir Sie nicht. Einen Termin bekommen Sie auch so jederzeit.',
    en: 'Then we send no reminder. You can still book a service at any time.',
  },
  legalNote: ONLY_WITH_YOUR_YES,
  recipients: [BRIEFBOTE],
  storage: [IN_BREGENZ],
  retention: {
    de: 'Zwei Jahre, oder bis Sie Ihr Ja zurücknehmen. Dann löschen wir die Daten in 30 Tagen.',
    en: 'Two years, or until you take back your yes. Then we delete the data within 30 days.',
  },
  fields: [
    ...required('email', 'frame-number'),
    ...optional('given-name', 'mobile', 'bicycle-kind', 'contact-time', 'preferred-language'),
  ],
  channels: ['email', 'sms', 'phone'],
  topics: ['reminders'],
  validityMonths: 24,
  profiling: false,
  dpv: 'dpv:CommunicationForCustomerCare',
};

export const serviceReminder: PlannedPurpose = {
  slug: 'service-reminder',
  versions: [firstVersion(content)],
};
