import type { Shape } from '../../../message-key.ts';
import type { messages as german } from '../../de/officer/messages.ts';

export const messages: Shape<typeof german> = {
  title: 'Messages',
  headline_one: 'One conversation you were brought into',
  headline_other: '{{count}} conversations you were brought into',
  headlineNone: 'Nobody has brought you into a conversation',
  lead: 'After 14 days without an answer, a person can bring you in. You do not see other conversations.',
  list: 'Brought in',
  statements: 'Counter-statements',
  statementsLead: 'What people say about a look or an entry they disagree with. It stays next to it.',
  statementsNone: 'None so far.',
  about: 'About',
  look: 'Look on {{date}}',
  entry: '{{kind}} on {{date}}',
  text: 'What the person says',
  when: 'When',
  person: 'ID',
};
