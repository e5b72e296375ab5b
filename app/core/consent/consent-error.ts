import { AppError } from '../shared/app-error.ts';

export type ConsentErrorCode =
  | 'version-outdated'
  | 'purpose-has-no-choice'
  | 'field-not-asked'
  | 'required-field-missing'
  | 'channel-not-asked'
  | 'channel-missing'
  | 'value-missing'
  | 'yes-needs-evidence'
  | 'age-missing'
  | 'under-age'
  | 'nothing-to-undo'
  | 'undo-too-late'
  | 'not-expired'
  | 'not-connected';

/** A decision that cannot be taken as it stands; nothing was written. */
export class ConsentError extends AppError<ConsentErrorCode> {}
