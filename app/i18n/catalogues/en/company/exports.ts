import type { Shape } from '../../../message-key.ts';
import type { exports as german } from '../../de/company/exports.ts';

export const exports: Shape<typeof german> = {
  title: 'Download as a file',
  headline_one: 'A file with one person',
  headline_other: 'A file with {{count}} people',
  headlineNobody: 'The file would be empty',
  lead: 'Please check what goes into the file. It is only made when you press the button below.',
  check: 'What goes into the file',
  purpose: 'Purpose',
  segment: 'Segment',
  everybody: 'everyone who permits the purpose',
  people: 'People',
  peopleNow: '{{number}}, counted just now',
  fields: 'Details',
  noFields: 'none, only ID, date and permitted ways to contact them',
  column: 'In the file, the column for “{{field}}” is called {{column}}.',
  gaps: 'Gaps',
  gapsText: 'Anything a person has not permitted for this purpose is missing from their row.',
  seen: 'Everyone in the file is shown this download',
  seenText:
    'They read: marketing at {{company}}, these details, this purpose and your sentence from below. Anyone who says no in the meantime is left out.',
  reason: 'What do you need the file for?',
  reasonHint: 'One sentence that everyone in the file will read. For example: mailing of 3 May.',
  reasonShort: 'Please write a sentence that people will understand.',
  format: 'Format',
  csv: 'CSV',
  csvDetail:
    'For spreadsheets. UTF-8, commas. Anything that starts with +, −, = or @ has an apostrophe in front, for safety.',
  ndjson: 'NDJSON',
  ndjsonDetail: 'For programs. One line of JSON per person, values unchanged.',
  send: 'Download the file',
  after:
    'This page stays as it is, and the file is in your downloads. The file is your responsibility. After a no, you must delete the person there too.',
  taken: 'You have already downloaded this file.',
  takenText:
    'It is in your downloads. The second click was not recorded. If the file is missing, download it again here: that is then a separate download.',
};
