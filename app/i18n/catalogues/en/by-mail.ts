import type { Shape } from '../../message-key.ts';
import type { byMail as german } from '../de/by-mail.ts';

export const byMail: Shape<typeof german> = {
  link: {
    title: 'What holds',
    lead: 'This page belongs to a mail to you. You only see what it is about. Your details are not shown here.',
    nobody: 'You are no longer connected with any company.',
    nothing: 'Nothing runs at {{company}} that you could take back.',
    fixed: 'This stays because a contract or the law asks for it: {{purposes}}.',
    noMail: 'No more mails from {{company}}',
    noMailMeans: 'Without mails your answers stay as they are. What the contract asks for still comes.',
    mailIsOff: '{{company}} sends you no mails. You chose it so.',
    fewer: 'At most one message a week from {{company}}',
    fewerMeans: {
      checked: 'We check whether {{company}} keeps to a limit.',
      asked: 'A limit is a wish to {{company}}. We cannot check it.',
    },
    isFewer: {
      checked: 'At most one message a week: we check that at {{company}}.',
      asked: 'At most one message a week: you asked {{company}} for that.',
    },
    done: {
      'no-mail': 'No more mails come from this company.',
      fewer: 'From now on: at most one message a week.',
      'no-reminder': 'This reminder does not come any more.',
    },
    reminderTitle: 'Reminders',
    noReminder: 'Do not remind me of this any more',
    same: 'It was so before. Nothing has changed.',
    stopLead: 'At all companies, with one press. It works at once.',
    endPause: 'You end the pause after signing in. Here you can choose another length.',
    undo: 'Sign in and undo it, for ten minutes',
    more: 'Sign in and see all of it',
  },
  refused: {
    title: 'Since {{date}} no mail reaches you.',
    text: 'Your mail server takes nothing for this address. Is it still right? This note goes with the next mail that arrives.',
    change: 'Check or change the address',
  },
  newLink: {
    title: 'Get a new link',
    lead: 'We send you a mail with a new link. With it you see what holds, and take back what you like.',
    sentTitle: 'Look at your mail',
    sentLead: 'If there is an account for this address, a mail is on its way now.',
  },
};
