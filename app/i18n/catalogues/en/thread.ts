import type { Shape } from '../../message-key.ts';
import type { thread as german } from '../de/thread.ts';

export const thread: Shape<typeof german> = {
  concern: {
    need: 'Enquiry',
    question: 'Question',
    disagreement: 'Disagreement',
    offer: 'Message from the company',
  },
  state: {
    open: 'waiting for {{company}}',
    answered: 'answered',
    closed: 'ended',
    written: 'from {{company}}',
  },
  you: 'You',
  customer: 'Customer',
  staff: '{{role}} at {{company}}',
  sign: 'reference {{sign}}',
  picture: 'Picture {{number}} of {{total}}',
  pictures: {
    label: 'Pictures',
    hint: 'Up to {{max}} pictures of {{size}} MB each. We first remove the place and the device stored in them.',
  },
  new: 'New',
  talk: 'The conversation',
  quoteLook: 'The look this is about',
  quoteEntry: 'The entry this is about',
  text: 'Your message',
  send: 'Send',
  kind: { purchase: 'Purchase', service: 'Service', contact: 'Contact', visit: 'Visit' },
  error: {
    titleMissing: 'Please say in a few words what it is about.',
    textMissing: 'Please write something in the large field.',
    tooManyPictures: 'You can add up to {{max}} pictures.',
    pictureTooLarge: 'The picture is too large. The limit is {{max}} MB.',
    pictureUnknown: 'We cannot show this kind of picture. You can use JPEG, PNG or WebP.',
    pictureBroken: 'This picture is damaged. Please choose another one.',
    picturesAgain: 'Please choose your pictures again, too.',
  },
};
