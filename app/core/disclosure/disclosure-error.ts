import { AppError } from '../shared/app-error.ts';

export class DisclosureError extends AppError<'field-not-in-purpose' | 'reason-missing'> {}
