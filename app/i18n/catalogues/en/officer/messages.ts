import type { Shape } from '../../../message-key.ts';
import type { messages as german } from '../../de/officer/messages.ts';

export const messages: Shape<typeof german> = {
  title: 'Messages',
  headline_one: 'One talk to which you were called',
  headline_other: '{{count}} talks to which you were called',
  headlineNone: 'Nobody has called you to a talk',
  lead: 'After 14 days without an answer a person can call you in. You do not see other talks.',
  list: 'Called',
  statements: 'Counter-statements',
  statementsLead: 'What people say against a look or an entry. It stays beside it.',
  statementsNone: 'None so far.',
  about: 'Against what',
  look: 'Look of {{date}}',
  entry: '{{kind}} on {{date}}',
  text: 'What the person says',
  when: 'When',
  person: 'Id',
};
