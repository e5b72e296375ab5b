import type { Shape } from '../../message-key.ts';
import type { demo as german } from '../de/demo.ts';

export const demo: Shape<typeof german> = {
  people: {
    title: 'People in the example',
    headline: 'See it through other eyes.',
    lead: 'One press and you are signed in. All people and companies here are invented.',
    customers: 'Customers',
    operator: 'Operations',
    none: 'Nobody is here yet. Please set up the demo with npm run demo.',
  },
  tour: {
    title: 'A tour in seven steps',
    lead: 'Each step signs you in as the person it is about.',
    go: 'Have a look',
    join: {
      title: 'New at the till',
      text: 'You scan a code at Alpenrad and answer. The mail for it is under “Outgoing mails”.',
    },
    list: {
      title: 'What marketing sees',
      text: 'Marketing sees only people who said yes. All else reads “not permitted” there.',
    },
    looks: {
      title: 'Who has looked',
      text: 'Anna sees every look: which company, which details, what for and when.',
    },
    takeBack: {
      title: 'Take back',
      text: 'Anna opens Alpenrad and takes back a yes. It needs no more steps than the yes did.',
    },
    log: {
      title: 'Prove it',
      text: 'The privacy officer searches the log and prints the proof on one page.',
    },
    check: {
      title: 'Check it',
      text: 'One press checks the whole log. Nobody can change an entry in secret.',
    },
    takeAlong: {
      title: 'Take it all along',
      text: 'Anna downloads it all: to read, and for other programs.',
    },
  },
  mailbox: {
    title: 'Outgoing mails',
    headline: 'These mails would have gone out.',
    lead: 'The demo sends nothing. The links here work.',
    empty: 'No mail is here yet.',
    emptyText: 'Answer on the page of a company, or sign in with a code.',
    to: 'to {{recipient}}',
    html: 'The same mail as HTML text',
  },
  banner: 'This is an example with invented people and companies.',
};
