import type { Shape } from '../../message-key.ts';
import type { publicArea as german } from '../de/public.ts';

export const publicArea: Shape<typeof german> = {
  start: { title: 'Your data, your choice' },
  join: { title: 'Welcome to {{company}}', sent: { title: 'Please look into your mails' } },
  companies: { title: 'Companies' },
  notice: { title: 'Privacy' },
  imprint: { title: 'Imprint' },
  verify: { title: 'Check it yourself' },
  withdraw: { title: 'Take back' },
};
