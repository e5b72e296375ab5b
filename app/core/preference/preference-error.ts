import { AppError } from '../shared/app-error.ts';

export type PreferenceErrorCode = 'time-zone-unknown' | 'quiet-hours-empty';

export class PreferenceError extends AppError<PreferenceErrorCode> {}
