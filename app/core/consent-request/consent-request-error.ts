import { AppError } from '../shared/app-error.ts';

export type ConsentRequestErrorCode =
  | 'reason-empty'
  | 'field-not-optional'
  | 'asked-this-year'
  | 'asked-often'
  | 'permitted-already'
  | 'question-over';

/** A question that cannot be asked or put off; nothing was written. Says nothing that the company does not know. */
export class ConsentRequestError extends AppError<ConsentRequestErrorCode> {}
