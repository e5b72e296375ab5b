import type { Shape } from '../../message-key.ts';
import type { error as german } from '../de/error.ts';
import { requestProblem } from './request-problem.ts';

export const error: Shape<typeof german> = {
  form: {
    summary_one: 'One entry needs another look.',
    summary_other: '{{count}} entries need another look.',
    kept: 'What you typed is still there.',
    required: 'Please fill in this field.',
    requiredChoice: 'Please choose an answer.',
    requiredFor: 'A yes still needs: {{field}}.',
    tooLong: 'This is too long. You can use {{max}} characters.',
    email: 'This is not a whole e-mail address. It looks like this: name@example.com',
    phone: 'Please write the number with its country code, for example +43 660 1234567.',
    postalCode: 'Please enter four or five digits, for example 5020.',
    date: 'This date does not exist. Write it like this: 14.6.1984',
    dateFuture: 'This date is in the future.',
    datePast: 'This date has passed.',
    dateOrder: 'The second date is before the first.',
    numberRange: 'Please enter a number from {{min}} to {{max}}.',
    choice: 'Please choose something from the list.',
    characters: 'This field has characters that we cannot read.',
    channelMissing: 'Please choose at least one way to reach you.',
    emailTaken: 'This address does not work here. Please use another one.',
    passwordShort: 'Please use at least {{min}} characters. A whole sentence is good.',
    passwordCommon: 'This password is too well known. Please use another one.',
    underAge: 'Below the age of {{age}}, only parents can say yes. Your account stays.',
  },
  signIn: {
    wrong: 'The address or the password is not right.',
    tooMany: 'That was too many tries. You can try again from {{time}}.',
  },
  code: {
    wrong_one: 'This code is not right. You have one more try.',
    wrong_other: 'This code is not right. You have {{count}} more tries.',
    format: 'The code has {{length}} digits.',
    expired: 'This code is too old. We can send you a new one.',
    locked: 'That was too many tries. Please get a new code.',
  },
  link: {
    used: 'This link was used before. It works only once.',
    expired: 'This link is too old. We can send you a new one.',
    foreign: 'This link belongs to another account. Please sign out first.',
    broken: 'Part of this link is missing. Please copy all of it from the mail.',
  },
  decision: {
    doubleSubmit: 'This reached us twice. We saved it once.',
    changedMeanwhile: 'The text changed while you were reading. Please read it once more.',
    noChoice: 'There is nothing to decide here.',
    undoTooLate: 'The ten minutes are over. You can decide anew.',
    undoNotLast: 'You made a newer decision after this one. You can decide anew.',
    confirmFirst: 'Please confirm your e-mail address first.',
  },
  request: requestProblem,
  page: {
    errorId: 'Number to quote when you ask us: {{id}}',
    toHome: 'To the overview',
    badRequest: {
      title: 'We did not understand this',
      text: 'Something in the request was missing. Please go back one step and try again.',
    },
    forbidden: {
      title: 'This did not work from here',
      text: 'The request did not come from our own page. Please open the portal anew. Nothing was changed.',
    },
    notFound: {
      title: 'This page does not exist',
      text: 'The link is old or has a typing error. You can find it all from the overview.',
    },
    methodNotAllowed: {
      title: 'This does not work that way',
      text: 'This address is not a link to open. Please go back and use the button.',
    },
    conflict: {
      title: 'Two changes met',
      text: 'The same thing was changed just now. Load the page again. Then you see what holds.',
    },
    tooLarge: {
      title: 'This is too large',
      text: 'What you sent is too large. Nothing was saved. Please send less at once.',
    },
    tooMany: {
      title: 'One moment, please',
      text: 'That was a lot of requests. Please wait a moment, then go on.',
    },
    server: {
      title: 'Something went wrong on our side',
      text: 'The mistake is ours. Nothing was half saved. Please try again in a moment.',
    },
    unavailable: {
      title: 'We will be back in a moment',
      text: 'The portal is starting again. Please try once more in a minute.',
    },
  },
};
