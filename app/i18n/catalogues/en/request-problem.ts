/** What a rights request does not allow, beside the field or above the form. */
export const requestProblem = {
  'request-closed': 'This request has been answered already.',
  'request-open-already': 'Such a request is open there already. Please go on there.',
  'request-held': 'A hold stands against it. End it first, or refuse with the reason.',
  'not-held': 'There is no hold here.',
  'extended-already': 'The time has been extended once. The law allows no more.',
  'extension-too-late': 'The first deadline has passed. It can no longer be extended.',
  'text-missing': 'Please write something.',
  'text-too-long': 'This is too long. {{max}} characters are possible.',
  'person-missing': 'Please name the person.',
  'arrival-in-future': 'There is no such day, or it has yet to come.',
  'arrival-too-old': 'This day is more than a year ago.',
  'file-type-unknown': 'File {{file}} is neither PDF, PNG, JPEG nor text.',
  'file-too-large': 'File {{file}} is larger than 5 MB.',
  'too-many-files': 'These are too many files. {{max}} are possible.',
};
