import type { PurposeContent } from '#schema/purpose.ts';

type Recipient = PurposeContent['recipients'][number];
type Storage = PurposeContent['storage'][number];

export const BRIEFBOTE: Recipient = {
  name: 'Briefbote Versand GmbH (erfunden)',
  role: { de: 'verschickt die E-Mails für uns', en: 'sends the emails for us' },
  country: 'AT',
};

export const IN_BREGENZ: Storage = { place: 'Alpenrad, Bregenz', country: 'AT' };
