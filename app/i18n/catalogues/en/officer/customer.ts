import type { Shape } from '../../../message-key.ts';
import type { customer as german } from '../../de/officer/customer.ts';

export const customer: Shape<typeof german> = {
  title: 'Person {{subject}}',
  headline: 'Proof for person {{subject}}',
  lead: 'One page for printing proves all of this person’s consents.',
  since: 'Relationship since',
  ended: 'Relationship ended on',
  entries: 'Entries in the log',
  open: 'Open the proof',
  openText: 'Your reason goes into the log. The person reads it under “Who looked”.',
  reason: 'Reason',
  reasonHint: 'For example: access request of 3 May',
  identity: 'The person’s email or customer number',
  identityHint: 'Optional. We check that it matches and print it on the proof.',
  identityWrong: 'This does not belong to this person.',
  asOf: 'As of the end of',
  asOfHint: 'Optional. Without a date, it shows how things are now.',
  texts: 'Attach the full wording of the texts',
  openNow: 'Open the proof',
  openAgain: 'A different date',
  openAgainText: 'Each opening is its own entry in the log.',
  closed: 'This proof is no longer open. Give a reason to open it again.',
  toNo: 'Record a no',
  toLog: 'This person’s entries',
};
