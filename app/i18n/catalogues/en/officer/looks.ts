import type { Shape } from '../../../message-key.ts';
import type { looks as german } from '../../de/officer/looks.ts';

export const looks: Shape<typeof german> = {
  title: 'Access',
  headline_one: 'One access, recorded before the data was read',
  headline_other: '{{count}} accesses, each recorded before the data was read',
  none: 'Nobody has read any data yet',
  lead: 'Each access is an entry in the log. The people concerned read it under “Who looked”.',
  time: 'Time',
  who: 'Who',
  how: 'Type',
  purpose: 'Purpose',
  proof: 'Proof, not a company purpose',
  fields: 'Details',
  noFields: 'Records from the log',
  people: 'People concerned',
  records: '{{count}} records',
  reason: 'Reason',
  noReason: 'not stated',
  entry: 'Entry',
  table: 'Access, newest first',
};
