import type { Shape } from '../../message-key.ts';
import type { byMail as german } from '../de/by-mail.ts';

export const byMail: Shape<typeof german> = {
  link: {
    title: 'What applies now',
    lead: 'This page belongs to an email we sent you. It only shows what that email is about. Your details are not shown here.',
    nobody: 'You are no longer connected with any company.',
    nothing: 'There is nothing at {{company}} that you could take back.',
    fixed: 'This stays because a contract or the law requires it: {{purposes}}.',
    fewerTitle: 'Fewer emails',
    fewerLead: 'Your answers stay as they are. What your contract requires will still come.',
    noMail: 'No more emails from {{company}}',
    mailIsOff: '{{company}} sends you no emails. That was your choice.',
    fewer: 'At most one message a week from {{company}}',
    fewerMeans: {
      checked: 'We check whether {{company}} keeps to a limit.',
      asked: 'A limit is something you ask of {{company}}. We cannot check it.',
    },
    isFewer: {
      checked: 'At most one message a week: we check this at {{company}}.',
      asked: 'At most one message a week: you asked {{company}} for this.',
    },
    done: {
      paused: 'Everything is paused.',
      'no-mail': 'You will get no more emails from this company.',
      fewer: 'From now on: at most one message a week.',
      'no-reminder': 'You will not get this reminder again.',
    },
    reminderTitle: 'Reminders',
    noReminder: 'Do not remind me of this again',
    same: 'It was like that already. Nothing has changed.',
    stopLead: 'At all companies, with one press of a button. It takes effect straight away.',
    longerPause: 'The pause is on. Here you can make it longer.',
    pauseRuns: 'The pause is on.',
    undoPause: 'Sign in to end the pause',
    undoWish: 'Sign in to change it again',
    undo: 'Sign in to undo this, for ten minutes',
    more: 'Sign in to see everything',
  },
  refused: {
    title: 'Our emails have not reached you since {{date}}.',
    text: 'Your mail server does not accept emails for this address. Is it still right? This note goes away once an email arrives.',
    change: 'Check or change your address',
  },
  newLink: {
    title: 'Get a new link',
    lead: 'We will email you a new link. With it you can see what applies and take back what you like.',
    sentTitle: 'Please check your email',
    sentLead: 'If there is an account for this address, an email is now on its way.',
  },
};
