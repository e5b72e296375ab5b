import type { CompanyFieldErrorCode } from '#app/core/company-field/define-field.ts';
import type { ConsentErrorCode } from '#app/core/consent/consent-error.ts';
import type { ConsentRequestErrorCode } from '#app/core/consent-request/consent-request-error.ts';
import type { LedgerErrorCode } from '#app/core/ledger/ledger-error.ts';
import type { ProfileErrorCode } from '#app/core/profile/profile-error.ts';
import type { PurposeErrorCode } from '#app/core/purpose/release-purpose.ts';
import type { RequestErrorCode } from '#app/core/request/request-error.ts';
import type { AppError } from '#app/core/shared/app-error.ts';
import type { SignInCode } from '#app/core/sign-in/sign-in-error.ts';

/** Codes that mean something else than "what you sent does not fit" (400). All others of the core's unions are that. */
const STATUS = {
  'not-found': 404,
  busy: 503,
  'too-many': 429,
  'step-up-needed': 403,
  'not-connected': 404,
  'intent-reused': 409,
  'version-outdated': 409,
  'under-age': 409,
  'question-over': 409,
  'asked-this-year': 409,
  'asked-often': 409,
  'permitted-already': 409,
  'field-slug-taken': 409,
  'field-not-draft': 409,
  'field-own-draft': 403,
  'nothing-to-undo': 409,
  'undo-too-late': 409,
  'address-taken': 409,
  'request-closed': 409,
  'request-open-already': 409,
  'request-held': 409,
  'extended-already': 409,
  'extension-too-late': 409,
  'ledger-lock-moved': 503,
} as const satisfies Partial<Record<KnownCode, number>>;

type KnownCode =
  | CompanyFieldErrorCode
  | ConsentErrorCode
  | ConsentRequestErrorCode
  | LedgerErrorCode
  | ProfileErrorCode
  | PurposeErrorCode
  | RequestErrorCode
  | SignInCode
  | 'not-found'
  | 'busy'
  | 'intent-reused';

/** The status of a refusal that no page answered by itself. */
export function statusOfRefusal({ code }: AppError): number {
  return Object.hasOwn(STATUS, code) ? STATUS[code as keyof typeof STATUS] : 400;
}
