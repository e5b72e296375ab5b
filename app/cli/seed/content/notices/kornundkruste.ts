import type { LocalizedFacts } from './facts.ts';

export const KORNUNDKRUSTE_FACTS: LocalizedFacts = {
  de: {
    occasions: 'für Ihre Bestellung, für Ihr Brot zum Geburtstag und für E-Mails, die Sie haben wollen',
    recipients: [
      'Die Crumbmail Inc. (erfunden) aus den USA verschickt unseren Brief am Montag.',
      'Sie darf die Daten für nichts anderes verwenden.',
    ],
    storage: [
      'Ihre Daten liegen bei uns in St. Gallen.',
      'Für die E-Mail am Montag liegen sie auch in den USA, in Ohio.',
      'Ein Vertrag mit den Klauseln der EU schützt sie dort. Sie können ihn bei uns lesen.',
    ],
    retention: [
      'Belege heben wir zehn Jahre auf, weil das Gesetz es so will.',
      'Alles andere löschen wir, wenn Sie Ihr Ja zurücknehmen.',
    ],
    profiling: ['Bei uns bewertet kein Programm, wer Sie sind.', 'Das Brot wählen Sie.'],
  },
  en: {
    occasions: 'for your orders, for your birthday loaf and for emails that you want',
    recipients: [
      'Crumbmail Inc. (invented) from the United States sends our Monday email.',
      'It may use the data for nothing else.',
    ],
    storage: [
      'Your data is kept with us in St. Gallen.',
      'For the Monday email it is also kept in the United States, in Ohio.',
      'A contract with the EU clauses protects it there. You can read it at our office.',
    ],
    retention: [
      'We keep bills for ten years, because the law says so.',
      'We delete everything else when you take back your yes.',
    ],
    profiling: ['No program here judges who you are.', 'You choose the bread.'],
  },
};
