import { AppError } from '../shared/app-error.ts';

export type ThreadErrorCode =
  | 'title-missing'
  | 'title-too-long'
  | 'text-missing'
  | 'text-too-long'
  | 'date-unknown'
  | 'date-past'
  | 'too-many-pictures'
  | 'picture-too-large'
  | 'picture-unknown-kind'
  | 'picture-broken'
  | 'thread-closed'
  /** The company has answered, or its time is not over. */
  | 'not-overdue'
  /** The company has answered: it is the customer's turn. */
  | 'not-your-turn';

export class ThreadError extends AppError<ThreadErrorCode> {}
