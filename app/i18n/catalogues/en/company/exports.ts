import type { Shape } from '../../../message-key.ts';
import type { exports as german } from '../../de/company/exports.ts';

export const exports: Shape<typeof german> = {
  title: 'Get as a file',
  headline_one: 'A file with one person',
  headline_other: 'A file with {{count}} people',
  headlineNobody: 'The file would be empty',
  lead: 'Please check what goes into the file. It is made only when you press the button below.',
  check: 'This goes into the file',
  purpose: 'Purpose',
  segment: 'Segment',
  everybody: 'everybody who permits the purpose',
  people: 'People',
  peopleNow: '{{number}}, counted this moment',
  fields: 'Details',
  noFields: 'none, only id, date and permitted ways',
  gaps: 'Gaps',
  gapsText: 'What a person does not permit for this purpose is missing from their line.',
  seen: 'Each person in the file sees this export',
  seenText:
    'They read: marketing of {{company}}, these details, this purpose and your sentence from below. Whoever says no during the export is left out.',
  reason: 'What do you need the file for?',
  reasonHint: 'One sentence that each person in the file will read. For example: mailing of 3 May.',
  reasonShort: 'Please write a sentence that people understand.',
  format: 'Format',
  csv: 'CSV',
  csvDetail: 'For spreadsheets. UTF-8, commas, each cell protected against formulas.',
  ndjson: 'NDJSON',
  ndjsonDetail: 'For programs. One line of JSON for each person, the values unchanged.',
  send: 'Get the file',
  after: 'The file is yours. After a no you must delete the person there as well.',
};
