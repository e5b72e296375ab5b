import type { LocalizedFacts } from './facts.ts';

export const ALPENRAD_FACTS: LocalizedFacts = {
  de: {
    occasions: 'beim Kauf, in der Werkstatt und für E-Mails, die Sie haben wollen',
    recipients: [
      'Die Briefbote Versand GmbH (erfunden) aus Österreich verschickt unsere E-Mails.',
      'Sie darf die Daten für nichts anderes verwenden.',
    ],
    storage: ['Ihre Daten liegen bei uns in Bregenz. Sie verlassen die EU nicht.'],
    retention: [
      'Rechnungen heben wir sieben Jahre auf, weil das Gesetz es so will.',
      'Angaben zu Ihrem Rad brauchen wir zwei Jahre für die Gewährleistung.',
    ],
    profiling: [
      'Nur wenn Sie Ja sagen, schlägt ein Programm Räder vor. Ein Mensch prüft den Vorschlag.',
      'Kein Programm entscheidet allein über Preise oder Verträge.',
    ],
  },
  en: {
    occasions: 'when you buy, in our workshop and for emails that you want',
    recipients: [
      'Briefbote Versand GmbH (invented) from Austria sends our emails.',
      'It may use the data for nothing else.',
    ],
    storage: ['Your data is kept with us in Bregenz. It does not leave the EU.'],
    retention: [
      'We keep bills for seven years, because the law says so.',
      'We need the details of your bike for two years of warranty.',
    ],
    profiling: [
      'Only if you say yes does a program suggest bikes. A person checks the list.',
      'No program decides on prices or contracts on its own.',
    ],
  },
};
