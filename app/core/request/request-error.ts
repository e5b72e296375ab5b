import { AppError } from '../shared/app-error.ts';

export type RequestErrorCode =
  | 'request-closed'
  | 'request-open-already'
  | 'request-held'
  | 'not-held'
  | 'extended-already'
  | 'extension-too-late'
  | 'text-missing'
  | 'text-too-long'
  | 'person-missing'
  | 'arrival-in-future'
  | 'arrival-too-old'
  | 'file-type-unknown'
  | 'file-too-large'
  | 'too-many-files';

/** A step that a rights request does not allow as it stands; nothing was written. */
export class RequestError extends AppError<RequestErrorCode> {}
