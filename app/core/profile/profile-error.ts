import { AppError } from '../shared/app-error.ts';

export type ProfileErrorCode =
  | 'field-unknown'
  | 'field-derived'
  | 'field-needs-confirmation'
  | 'value-too-long'
  | 'value-not-email'
  | 'value-not-phone'
  | 'value-not-date'
  | 'value-in-future'
  | 'value-not-postal-code'
  | 'value-not-count'
  | 'value-not-offered';

/** A value that does not fit its field; `details.field` names it. */
export class ProfileError extends AppError<ProfileErrorCode> {}
