import { AppError } from '../shared/app-error.ts';

/** `recall-closed`: somebody confirmed it before, or the customer said yes again. */
export class RecallError extends AppError<'recall-closed' | 'note-too-long'> {}
