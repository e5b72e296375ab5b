import type { PurposeContent } from '#schema/purpose.ts';

type Recipient = PurposeContent['recipients'][number];
type Storage = PurposeContent['storage'][number];

export const POSTWERK: Recipient = {
  name: 'Postwerk Druck GmbH (erfunden)',
  role: { de: 'druckt und verschickt Briefe für uns', en: 'prints and sends letters for us' },
  country: 'DE',
};

export const KURZFUNK: Recipient = {
  name: 'Kurzfunk SMS GmbH (erfunden)',
  role: { de: 'stellt die SMS zu', en: 'delivers the text messages' },
  country: 'DE',
};

export const GRIDLENS: Recipient = {
  name: 'Gridlens Analytics AG (erfunden)',
  role: {
    de: 'rechnet den Vergleich in Zürich; für die Schweiz gilt ein Beschluss der EU, dass Daten dort gut geschützt sind',
    en: 'does the maths in Zurich; the EU has found that data is well protected in Switzerland',
  },
  country: 'CH',
};

export const IN_KONSTANZ: Storage = { place: 'Rheinstrom, Konstanz', country: 'DE' };
export const IN_ZURICH: Storage = { place: 'Gridlens, Zürich', country: 'CH' };
