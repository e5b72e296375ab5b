import type { Shape } from '../../../message-key.ts';
import type { overview as german } from '../../de/me/overview.ts';

export const overview: Shape<typeof german> = {
  quoted: '“{{text}}”',
  may: {
    company_one: '{{company}} may use your details for one thing.',
    company_other: '{{company}} may use your details for {{count}} things.',
    companies_one: '{{companies}} may use your details for one thing.',
    companies_other: '{{companies}} may use your details for {{count}} things.',
    many_one: '{{companies}} companies may use your details for one thing.',
    many_other: '{{companies}} companies may use your details for {{count}} things.',
    companyNot: '{{company}} may not use your details right now.',
    nobody: 'Nobody may use your details right now.',
  },
  home: {
    title: 'Overview',
    lead: 'You can change it all here. It works at once.',
    lastLook: 'Last look: {{when}}, {{company}}.',
    lastLookHere: 'Last look: {{when}}.',
    noLook: 'Nobody has looked so far.',
    looks: 'Who looked last',
    allLooks: 'See every look',
  },
  start: {
    title: 'Here you decide who knows what about you.',
    lead: 'You are not connected with any company yet. So nobody sees a thing.',
    toCompanies: 'See the companies',
    toProfile: 'Add my data',
    connect: {
      title: 'Choose a company',
      text: 'You choose who you deal with. What that means is stated first.',
    },
    decide: {
      title: 'Decide one by one',
      text: 'Each thing has its own page. You read what it is about, then you say yes or no.',
    },
    see: {
      title: 'See who looks',
      text: 'Every look at your details is shown here. You can take things back with one press.',
    },
  },
  companies: {
    title: 'Companies',
    headline_one: 'There is one company here.',
    headline_other: 'There are {{count}} companies here.',
    connectMeans:
      'To connect means: the company knows that you are here. What then runs without your yes is stated.',
    runsAtOnce: 'This runs from then on, until you say stop: {{purposes}}.',
    notConnected: 'not connected',
    connect: 'Connect with {{company}}',
  },
  company: {
    title: '{{company}}',
    open: 'Open {{company}}',
    since: 'connected since {{date}}',
    notConnected: 'You and {{company}} are not connected yet.',
    wouldAsk: 'What {{company}} asks for',
    who: 'Who {{company}} is',
    number: 'Your number',
    looks: 'When {{company}} looked',
    nothingYet: 'Right now {{company}} may do none of this.',
    rest: {
      ended_one: 'One thing does not run.',
      ended_other: '{{count}} things do not run.',
      undecided_one: 'One thing is not decided yet.',
      undecided_other: '{{count}} things are not decided yet.',
      fixed_one: 'One thing is needed for contract or law.',
      fixed_other: '{{count}} things are needed for contract or law.',
    },
    noAdvertising: 'No more ads from {{company}}',
    takeBackHere: 'Take back all at {{company}}',
    group: {
      running: 'What {{company}} may do',
      waiting: 'What still waits',
      undecided: 'Not decided yet',
      ended: 'What {{company}} may not do',
      fixed: 'Needed for contract or law',
    },
    groupLead: {
      undecided: 'You need not do anything here. Without your yes nothing happens.',
      fixed: 'There is no choice here. Nobody reads your profile for it.',
    },
    done: {
      ended: 'Your connection with {{company}} has ended.',
      connected: 'You are now connected with {{company}}.',
      paused: '{{company}} is now paused.',
      resumed: 'The pause at {{company}} is over.',
      channels: 'Your channels at {{company}} are saved.',
      same: 'Nothing has changed at {{company}}.',
    },
  },
};
