import type { LocalizedFacts } from './facts.ts';

export const RHEINSTROM_FACTS: LocalizedFacts = {
  de: {
    occasions: 'für Ihren Vertrag, bei Störungen und für Tipps, die Sie haben wollen',
    recipients: [
      'Die Postwerk Druck GmbH (erfunden) druckt und verschickt unsere Briefe.',
      'Die Kurzfunk SMS GmbH (erfunden) stellt unsere SMS zu.',
      'Die Gridlens Analytics AG (erfunden) in Zürich rechnet Vergleiche, wenn Sie Ja dazu sagen.',
    ],
    storage: [
      'Ihre Daten liegen bei uns in Konstanz.',
      'Für Vergleiche gehen Daten nach Zürich. Die EU hat geprüft, dass sie dort gut geschützt sind.',
    ],
    retention: [
      'Rechnungen heben wir acht Jahre auf, weil das Gesetz es so will.',
      'Den Beweis für Ihr Ja zu Anrufen heben wir fünf Jahre auf.',
    ],
    profiling: [
      'Nur wenn Sie Ja sagen, vergleicht ein Programm Ihren Verbrauch mit dem von anderen.',
      'Kein Programm entscheidet allein über Preise oder Verträge.',
    ],
  },
  en: {
    occasions: 'for your contract, during power cuts and for tips that you want',
    recipients: [
      'Postwerk Druck GmbH (invented) prints and sends our letters.',
      'Kurzfunk SMS GmbH (invented) delivers our text messages.',
      'Gridlens Analytics AG (invented) in Zurich compares power use, if you say yes to that.',
    ],
    storage: [
      'Your data is kept with us in Konstanz.',
      'To compare your use, data goes to Zurich. The EU has checked that it is well protected there.',
    ],
    retention: [
      'We keep bills for eight years, because the law says so.',
      'We keep the proof of your yes to calls for five years.',
    ],
    profiling: [
      'Only if you say yes does a program compare your use with that of others.',
      'No program decides on prices or contracts on its own.',
    ],
  },
};
