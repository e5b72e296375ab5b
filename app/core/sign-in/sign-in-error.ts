import { AppError } from '../shared/app-error.ts';

/** `code-wrong` has `left` tries; `too-many` has `retryAt`, an instant. */
export type SignInCode =
  | 'code-wrong'
  | 'code-expired'
  | 'code-locked'
  | 'link-used'
  | 'link-expired'
  | 'link-broken'
  | 'link-foreign'
  | 'wrong-credentials'
  | 'password-short'
  | 'password-long'
  | 'password-common'
  | 'step-up-needed'
  | 'address-same'
  | 'address-taken'
  | 'too-many';

export class SignInError extends AppError<SignInCode> {}
