import type { Shape } from '../../../message-key.ts';
import type { ending as german } from '../../de/officer/ending.ts';

export const ending: Shape<typeof german> = {
  title: 'What ends soon',
  headline: {
    pending_one: 'One consent has waited over a week to be confirmed',
    pending_other: '{{count}} consents have waited over a week to be confirmed',
    expiring_one: 'One consent ends by {{date}}',
    expiring_other: '{{count}} consents end by {{date}}',
    ending_one: 'One consent hangs on a version that ends on {{date}}',
    ending_other: '{{count}} consents hang on a version that ends on {{date}}',
  },
  lead: {
    pending: 'Without the button in the mail nothing comes of it. There is nothing to do.',
    expiring: 'After that nothing is used any more. Only a new question can bring a new yes.',
    ending: 'After that only what the person agreed to in the new version holds.',
  },
  none: 'Nothing ends here',
  table: 'People, first to end on top',
  asked: 'Asked on',
  granted: 'Given on',
  ends: 'Ends on',
  first: 'These are the first {{count}}.',
};
