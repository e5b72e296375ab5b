import { AppError } from '../shared/app-error.ts';

export type UseErrorCode =
  | 'reference-missing'
  | 'reference-too-long'
  | 'reference-reused'
  | 'nothing-reported'
  | 'too-many-uses'
  | 'use-in-future'
  | 'use-too-old'
  | 'purpose-has-no-choice';

export class UseError extends AppError<UseErrorCode> {}
