import type { Shape } from '../../message-key.ts';
import type { error as german } from '../de/error.ts';
import { requestProblem } from './request-problem.ts';

export const error: Shape<typeof german> = {
  form: {
    summary_one: 'One entry needs changing.',
    summary_other: '{{count}} entries need changing.',
    kept: 'What you typed is still there.',
    required: 'Please fill in this field.',
    requiredChoice: 'Please choose an answer.',
    requiredFor: 'For a yes, this is still missing: {{field}}.',
    tooLong: 'This is too long. The limit is {{max}} characters.',
    email: 'This is not a complete email address. It looks like this: name@example.com',
    phone: 'Please write the number with its country code, for example +43 660 1234567.',
    postalCode: 'Please enter four or five digits, for example 5020.',
    date: 'This date does not exist. Write it like this: 14.6.1984',
    dateFuture: 'This date is in the future.',
    datePast: 'This date is in the past.',
    dateOrder: 'The second date is before the first.',
    numberRange: 'Please enter a number from {{min}} to {{max}}.',
    choice: 'Please choose something from the list.',
    characters: 'This field contains characters we cannot read.',
    wayNeeds: {
      email: 'Emails need your email address. Please choose it too, or another way.',
      sms: 'Text messages need your mobile number. Please choose it too, or another way.',
      phone: 'Calls need your number. Please choose it too, or another way.',
      post: 'Letters need your address. Please choose it too, or another way.',
    },
    channelMissing: 'Please choose at least one way to contact you.',
    emailTaken: 'You cannot use this address here. Please use another one.',
    passwordShort: 'Please use at least {{min}} characters. A whole sentence works well.',
    passwordCommon: 'This password is too common. Please use another one.',
    underAge: 'Below the age of {{age}}, only parents can say yes. Your account stays.',
  },
  signIn: {
    wrong: 'The address or the password is not right.',
    tooMany: 'That was too many attempts. You can try again from {{time}}.',
  },
  code: {
    wrong_one: 'This code is not right. You have one attempt left.',
    wrong_other: 'This code is not right. You have {{count}} attempts left.',
    format: 'The code has {{length}} digits.',
    expired: 'This code has expired. We can send you a new one.',
    locked: 'That was too many attempts. Please get a new code.',
  },
  link: {
    used: 'This link has already been used. It only works once.',
    expired: 'This link has expired. We can send you a new one.',
    foreign: 'This link belongs to another account. Please sign out first.',
    broken: 'Part of this link is missing. Please copy the whole link from the email.',
  },
  decision: {
    doubleSubmit: 'This reached us twice. We saved it once.',
    changedMeanwhile: 'The text changed while you were reading. Please read it again.',
    noChoice: 'There is nothing to decide here.',
    undoTooLate: 'The ten minutes are over. You can make a new decision.',
    undoNotLast: 'You have made another decision since then. You can make a new one.',
    confirmFirst: 'Please confirm your email address first.',
  },
  upload: {
    'too-large': 'Together, the files are too large. The limit is {{max}} MB.',
    busy: 'Many people are sending files right now. Please try again in a minute.',
    'too-slow': 'Sending took too long. Please try again.',
    'sending-already': 'You are already sending files. Please wait until they have arrived.',
    kept: 'Nothing was sent. Your text is still here. Please choose only the files again.',
    notSent: 'Nothing was sent. Please send the form again.',
  },
  request: requestProblem,
  page: {
    errorId: 'Number to quote if you contact us: {{id}}',
    toHome: 'Go to the overview',
    badRequest: {
      title: 'We did not understand that',
      text: 'Something was missing from the request. Please go back one step and try again.',
    },
    forbidden: {
      title: 'That cannot be done from here',
      text: 'The request did not come from our own page. Please open the portal again. Nothing was changed.',
    },
    notFound: {
      title: 'This page does not exist',
      text: 'The link is old or has a typing error. You can find everything from the overview.',
    },
    methodNotAllowed: {
      title: 'That does not work this way',
      text: 'This address is not a link you can open. Please go back and use the button.',
    },
    conflict: {
      title: 'Two changes at the same time',
      text: 'Someone has just changed the same thing. Reload the page to see what applies now.',
    },
    tooLarge: {
      title: 'This is too large',
      text: 'What you sent is too large. Nothing was saved. Please send less at once.',
    },
    tooMany: {
      title: 'One moment, please',
      text: 'That was a lot of requests. Please wait a moment, then continue.',
    },
    server: {
      title: 'Something went wrong on our side',
      text: 'This is our fault. Nothing was half saved. Please try again in a moment.',
    },
    unavailable: {
      title: 'We will be back in a moment',
      text: 'The portal is restarting. Please try again in a minute.',
    },
  },
};
