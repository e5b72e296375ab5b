import type { Shape } from '../../message-key.ts';
import type { thread as german } from '../de/thread.ts';

export const thread: Shape<typeof german> = {
  concern: {
    need: 'Wish',
    question: 'Question',
    disagreement: 'Objection',
    offer: 'Message from the company',
  },
  state: {
    open: 'waits for {{company}}',
    answered: 'answered',
    closed: 'ended',
    written: 'from {{company}}',
  },
  you: 'You',
  customer: 'Customer',
  staff: '{{role}} at {{company}}',
  sign: 'sign {{sign}}',
  picture: 'Picture {{number}} of {{total}}',
  pictures_one: 'one picture',
  pictures_other: '{{count}} pictures',
  talk: 'The talk',
  quoteLook: 'It is about this look',
  quoteEntry: 'It is about this entry',
  text: 'Your message',
  send: 'Send',
  statement: 'Counter-statement',
  kind: { purchase: 'Purchase', service: 'Service', contact: 'Contact', visit: 'Visit' },
  error: {
    tooManyPictures: 'More than {{max}} pictures do not work.',
    pictureTooLarge: 'The picture is too large. Up to {{max}} MB work.',
    pictureUnknown: 'This is no picture that we can show. JPEG, PNG and WebP work.',
    pictureBroken: 'This picture is damaged. Please take another one.',
    picturesAgain: 'Please choose the pictures once more, too.',
  },
};
