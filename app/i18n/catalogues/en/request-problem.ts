/** What a rights request does not allow, beside the field or above the form. */
export const requestProblem = {
  'request-closed': 'This request has been answered already.',
  'request-open-already': 'You already have a request like this open there. Please add to that one.',
  'request-held': 'A hold is in place. End it first, or refuse and give the reason.',
  'not-held': 'There is no hold here.',
  'extended-already': 'The deadline has already been extended once. The law allows no more.',
  'extension-too-late': 'The first deadline has passed. It can no longer be extended.',
  'text-missing': 'Please write something.',
  'text-too-long': 'This is too long. The limit is {{max}} characters.',
  'person-missing': 'Please name the person.',
  'arrival-in-future': 'There is no such day, or it is still to come.',
  'arrival-too-old': 'This day is more than a year ago.',
  'file-type-unknown': 'The file {{file}} is not a PDF, PNG, JPEG or text file.',
  'file-too-large': 'The file {{file}} is larger than 5 MB.',
  'too-many-files': 'These are too many files. The limit is {{max}}.',
};
