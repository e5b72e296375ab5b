import type { Shape } from '../../message-key.ts';
import type { demo as german } from '../de/demo.ts';

export const demo: Shape<typeof german> = {
  people: {
    title: 'People in the demo',
    headline: 'See it through other eyes.',
    lead: 'One press and you are signed in. All people and companies here are made up.',
    customers: 'Customers',
    operator: 'Operator',
    none: 'There is nobody here yet. Please set up the demo with npm run demo.',
  },
  tour: {
    title: 'A tour in seven steps',
    lead: 'Each step signs you in as the person it is about.',
    go: 'Take a look',
    join: {
      title: 'New at the till',
      text: 'You scan a code at Alpenrad and answer. You will find the email for it under “Outgoing emails”.',
    },
    list: {
      title: 'What marketing sees',
      text: 'Marketing only sees people who have said yes. Everything else reads “not permitted” there.',
    },
    looks: {
      title: 'Who looked',
      text: 'Anna sees every look: which company, which details, what for and when.',
    },
    takeBack: {
      title: 'Take back',
      text: 'Anna opens Alpenrad and takes back a yes. That needs no more steps than the yes did.',
    },
    log: {
      title: 'Prove it',
      text: 'The privacy officer searches the log and prints the proof on one page.',
    },
    check: {
      title: 'Check it',
      text: 'One press checks the whole log. Nobody can change an entry unnoticed.',
    },
    takeAlong: {
      title: 'Take it all with you',
      text: 'Anna downloads everything: to read, and for other programs.',
    },
  },
  mailbox: {
    title: 'Outgoing emails',
    headline: 'These emails would have been sent.',
    lead: 'The demo sends nothing. The links here work.',
    empty: 'There are no emails yet.',
    emptyText: 'Answer on a company’s page, or sign in with a code.',
    to: 'to {{recipient}}',
    toLeaver: 'to the address of an account that no longer exists',
    html: 'The same email as HTML text',
  },
  banner: 'This is a demo with made-up people and companies.',
};
