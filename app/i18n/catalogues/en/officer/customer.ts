import type { Shape } from '../../../message-key.ts';
import type { customer as german } from '../../de/officer/customer.ts';

export const customer: Shape<typeof german> = {
  title: 'Person {{subject}}',
  headline: 'Proof for person {{subject}}',
  lead: 'One page to print proves all consents of this person.',
  since: 'Relationship since',
  ended: 'Relationship ended on',
  entries: 'Entries in the log',
  open: 'Open the proof',
  openText: 'Your reason goes into the log. The person reads it under “Who looked”.',
  reason: 'Reason',
  reasonHint: 'For example: access request of 3 May',
  identity: 'E-mail or customer number of the person',
  identityHint: 'Optional. We compare it and print it on the proof.',
  identityWrong: 'This does not belong to this person.',
  asOf: 'State at the end of',
  asOfHint: 'Optional. Without a date the state is that of now.',
  texts: 'Add the texts word for word',
  openNow: 'Open the proof',
  openAgain: 'Another date',
  openAgainText: 'Each opening is an entry of its own in the log.',
  toNo: 'Record a no',
  toLog: "This person's entries",
};
