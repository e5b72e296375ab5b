import type { Shape } from '../../message-key.ts';
import type { demo as german } from '../de/demo.ts';

export const demo: Shape<typeof german> = {
  people: { title: 'People in the example' },
  mailbox: { title: 'Outgoing mails' },
  banner: 'This is an example with invented people and companies.',
};
