import type { PurposeContent } from '#schema/purpose.ts';

type Recipient = PurposeContent['recipients'][number];
type Storage = PurposeContent['storage'][number];

export const CRUMBMAIL: Recipient = {
  name: 'Crumbmail Inc. (erfunden)',
  role: {
    de: 'verschickt die E-Mails aus den USA; ein Vertrag mit den Klauseln der EU schützt die Daten dort',
    en: 'sends the emails from the United States; a contract with the EU clauses protects the data there',
  },
  country: 'US',
};

export const IN_ST_GALLEN: Storage = { place: 'Korn & Kruste, St. Gallen', country: 'CH' };
export const IN_OHIO: Storage = { place: 'Crumbmail, Ohio', country: 'US' };
