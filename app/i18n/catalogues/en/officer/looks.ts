import type { Shape } from '../../../message-key.ts';
import type { looks as german } from '../../de/officer/looks.ts';

export const looks: Shape<typeof german> = {
  title: 'Access',
  headline_one: 'Data was read once, recorded before it was read',
  headline_other: 'Data was read {{count}} times, each recorded before it was read',
  none: 'Nobody has read any data yet',
  lead: 'Each access is an entry in the log. The people concerned read it under “Who looked”.',
  time: 'Time',
  who: 'Who',
  how: 'Kind',
  purpose: 'Purpose',
  proof: 'Proof, no purpose of the company',
  fields: 'Details',
  noFields: 'Records of the log',
  people: 'People',
  records: '{{count}} records',
  reason: 'Reason',
  noReason: 'not stated',
  entry: 'Entry',
  table: 'Access, newest first',
};
