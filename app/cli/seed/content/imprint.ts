import type { NoticeContent } from '#schema/company.ts';
import type { Language } from '#schema/language.ts';
import { OPERATOR } from './companies.ts';

/** § 5 ECG and § 25 MedienG for the operator of the demo, who exists only there. */
export const IMPRINT: Readonly<Record<Language, NoticeContent>> = {
  de: {
    language: 'de',
    title: 'Impressum',
    short: [
      'Dies ist eine Vorführung von Driverseat.',
      'Betreiber, Firmen und Menschen sind erfunden. Bitte schreiben Sie nicht an die Adressen.',
    ],
    sections: [
      {
        heading: 'Betreiber',
        paragraphs: [
          OPERATOR.legalName,
          OPERATOR.address,
          `E-Mail: ${OPERATOR.email}`,
          `Telefon: ${OPERATOR.phone}`,
        ],
      },
      { heading: 'Vertreten durch', paragraphs: [OPERATOR.represented] },
      { heading: 'Register', paragraphs: [OPERATOR.register] },
      {
        heading: 'Was diese Website soll',
        paragraphs: [
          'Sie zeigt, wie Menschen selbst bestimmen, was Firmen von ihnen wissen.',
          'Wer Driverseat für echte Kunden betreibt, setzt hier die eigenen Angaben ein.',
        ],
      },
    ],
  },
  en: {
    language: 'en',
    title: 'Legal notice',
    short: [
      'This is a demo of Driverseat.',
      'The operator, the companies and the people are made up. Please do not write to the addresses.',
    ],
    sections: [
      {
        heading: 'Operator',
        paragraphs: [
          OPERATOR.legalName,
          OPERATOR.address,
          `Email: ${OPERATOR.email}`,
          `Phone: ${OPERATOR.phone}`,
        ],
      },
      { heading: 'Represented by', paragraphs: [OPERATOR.represented] },
      {
        heading: 'Register',
        paragraphs: ['Not registered anywhere. This operator exists only in the demo.'],
      },
      {
        heading: 'What this website is for',
        paragraphs: [
          'It shows how people decide for themselves what companies know about them.',
          'Whoever runs Driverseat for real customers puts their own details here.',
        ],
      },
    ],
  },
};
