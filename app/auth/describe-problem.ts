import { ProfileError } from '#app/core/profile/profile-error.ts';
import { SECOND_MS } from '#app/core/shared/calendar.ts';
import { PASSWORD_MAX, PASSWORD_MIN } from '#app/core/sign-in/password.ts';
import { CODE_DIGITS } from '#app/core/sign-in/proof.ts';
import { type SignInCode, SignInError } from '#app/core/sign-in/sign-in-error.ts';
import { createFormat } from '#app/i18n/format.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { type Message, message } from '#app/i18n/message.ts';
import { type Instant, msOf } from '#schema/instant.ts';
import { BusyError } from './gate.ts';

export interface Problem {
  readonly field: string;
  readonly message: Message;
  readonly status: 400 | 429 | 503;
  readonly retryAfterS?: number;
}

/** Which control of a form an error belongs to. Links have pages of their own and are no form's matter. */
const FIELDS: Readonly<Partial<Record<SignInCode, string>>> = {
  'code-wrong': 'code',
  'code-expired': 'code',
  'code-locked': 'code',
  'wrong-credentials': 'password',
  'password-short': 'password',
  'password-long': 'password',
  'password-common': 'password',
  'address-same': 'email',
  'address-taken': 'email',
};

/**
 * What a refusal means to the person at the form; undefined for anything that
 * is no refusal of a sign-in form.
 *
 * @param mainField stands beside what concerns the whole form: too many tries
 */
export function findProblem(
  error: unknown,
  mainField: string,
  { locale, now }: { readonly locale: Locale; readonly now: Instant },
): Problem | undefined {
  if (error instanceof BusyError) {
    return { field: mainField, message: message('error.page.unavailable.text'), status: 503, retryAfterS: 5 };
  }
  if (error instanceof ProfileError && error.code === 'value-not-email') {
    return { field: 'email', message: message('error.form.email'), status: 400 };
  }
  if (!(error instanceof SignInError)) return undefined;
  if (error.code === 'too-many') {
    const retryAt = String(error.details.retryAt) as Instant;
    const time = createFormat(locale, { now }).time(retryAt);
    const retryAfterS = Math.max(1, Math.ceil((msOf(retryAt) - msOf(now)) / SECOND_MS));
    return { field: mainField, message: message('error.signIn.tooMany', { time }), status: 429, retryAfterS };
  }
  const field = FIELDS[error.code];
  const text = textOf(error);
  return field && text ? { field, message: text, status: 400 } : undefined;
}

function textOf({ code, details }: SignInError): Message | undefined {
  switch (code) {
    case 'code-wrong':
      return message('error.code.wrong', { count: Number(details.left) });
    case 'code-expired':
      return message('error.code.expired');
    case 'code-locked':
      return message('error.code.locked');
    case 'wrong-credentials':
      return message('error.signIn.wrong');
    case 'password-short':
      return message('error.form.passwordShort', { min: PASSWORD_MIN });
    case 'password-long':
      return message('error.form.tooLong', { max: PASSWORD_MAX });
    case 'password-common':
      return message('error.form.passwordCommon');
    case 'address-same':
      return message('auth.address.same');
    case 'address-taken':
      return message('error.form.emailTaken');
    default:
      return undefined;
  }
}

/** A code that cannot be one is told so without spending a try. */
export function findCodeProblem(code: string): Problem | undefined {
  if (code.replace(/\s/g, '').match(new RegExp(`^\\d{${CODE_DIGITS}}$`))) return undefined;
  return { field: 'code', message: message('error.code.format', { length: CODE_DIGITS }), status: 400 };
}
