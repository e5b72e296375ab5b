import type { Shape } from '../../message-key.ts';
import type { mail as german } from '../de/mail.ts';

export const mail: Shape<typeof german> = {
  greeting: 'Hello',
  closing: 'Kind regards',
  sender: '{{company}} (via Driverseat)',
  yourCode: 'Your code:',
  copyLink: 'Does the button not work? Then copy this link into your browser:',
  footer: 'This mail comes from {{site}}. There is no advertising in it.',
  'confirm-address': {
    subject: 'Please confirm your address',
    lead: 'You opened an account on {{site}}. Please tell us with one click: this address is yours.',
    button: 'Confirm the address',
    note: 'The link works until {{time}} and only once. Was it not you? Then simply do nothing. Without your click we delete it all.',
  },
  'confirm-join': {
    subject: 'Your answer to {{company}}: please confirm',
    lead: 'You gave {{company}} an answer on {{site}}. It only counts once you confirm it here.',
    button: 'See and confirm the answer',
    note: 'The link works until {{time}} and only once. Was it not you? Then simply do nothing. Without your click none of the answers counts.',
  },
  'already-registered': {
    subject: 'You already have an account',
    lead: 'Someone tried to open an account on {{site}} with your address. You have one there. With this link you sign in.',
    button: 'Sign in',
    note: 'The link works until {{time}} and only once. Was it not you? Then simply do nothing. Your account stays as it is.',
  },
  'sign-in': {
    subject: 'Your code to sign in',
    lead: 'With this code you sign in on {{site}}. The button below works as well.',
    button: 'Sign in without the code',
    note: 'Both work until {{time}} and only once. Never pass the code on, not on the phone either. Was it not you? Then simply do nothing.',
  },
  'step-up': {
    subject: 'Your code to be safe',
    lead: 'For this step on {{site}} we need a fresh code. It shows us that it is you.',
    note: 'The code works until {{time}} and only once. Was it not you? Then someone is signed in with your account. Please sign out all devices there.',
  },
  'reset-password': {
    subject: 'New password',
    lead: 'You want a new password for {{site}}. Here you can choose it.',
    button: 'Choose a new password',
    note: 'The link works until {{time}} and only once. Was it not you? Then simply do nothing. Your password stays as it is.',
  },
  'confirm-new-address': {
    subject: 'Please confirm your new address',
    lead: 'You want to use this address on {{site}}. Please tell us with one click: it is yours.',
    button: 'Confirm the new address',
    note: 'The link works until {{time}} and only once. Until then you sign in with the old address. Was it not you? Then simply do nothing.',
  },
  'address-changing': {
    subject: 'Your mail address is about to change',
    lead: 'Someone gave a new mail address for your account on {{site}}. It only counts once it is confirmed.',
    note: 'Was it not you? Then please sign in at once. In your account you can keep the old address and sign out all devices.',
  },
  'password-changed': {
    subject: 'Your password is new',
    lead: 'Your account on {{site}} has a new password now. All other devices are signed out.',
    note: 'Was it not you? Then please sign in with a code at once and choose another password.',
  },
  'password-removed': {
    subject: 'Your account has no password any more',
    lead: 'No password works for your account on {{site}} any more. You sign in with a code or a link.',
    note: 'All other devices are signed out. Was it not you? Then please sign in at once.',
  },
  'request-received': {
    subject: '{{company}} has your request',
    lead: '{{company}} has your request about your rights. The answer comes by {{day}}.',
    button: 'See the request',
    note: 'Was it not you? Then please write so there.',
  },
  'request-extended': {
    subject: '{{company}} needs more time',
    lead: '{{company}} needs more time for your request. The answer comes by {{day}}.',
    button: 'Read the reason',
    note: 'The reason stands with your request. You can read it when you are signed in.',
  },
  'request-answered': {
    subject: 'Answer from {{company}}',
    lead: '{{company}} has answered your request about your rights.',
    button: 'Read the answer',
    note: 'What it says is for you alone. So it does not stand in this mail.',
  },
  'request-message': {
    subject: 'Message about your request',
    lead: '{{company}} has written to you about your request. The answer comes by {{day}}.',
    button: 'Read the message',
    note: 'What it says is for you alone. So it does not stand in this mail.',
  },
  'request-new': {
    subject: 'New request, due on {{day}}',
    lead: '{{company}} has a new request about rights. It has to be answered by {{day}}.',
    button: 'Open the request',
    note: 'This mail goes to everybody in data protection.',
  },
  'request-due': {
    subject: 'Request due on {{day}}',
    lead: '{{company}} still has an open request. It has to be answered by {{day}}.',
    button: 'Open the request',
    note: 'This mail goes to everybody in data protection. It comes once for each deadline.',
  },
  'file-ready': {
    subject: 'Your file is ready',
    lead: 'You wanted to take along all that {{site}} keeps about you. The file is ready. Sign in there and open “Take it all with you”.',
    note: 'The file stays there until {{time}}. Then it is deleted. Was it not you? Then please sign out all devices there.',
  },
  'profile-review': {
    subject: 'Are your details still right?',
    lead: 'Some of your details on {{site}} are a year old. “My data” says which ones.',
    note: 'You need not do anything. There you can also choose that we stop asking.',
  },
};
