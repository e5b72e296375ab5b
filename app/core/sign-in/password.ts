import { isCommonPassword } from './common-passwords.ts';
import { SignInError } from './sign-in-error.ts';

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

/** Slow on purpose, and outside the core: a native library and a limit on parallel work. */
export interface PasswordHasher {
  /** PHC string. */
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
  /** Takes as long as `verify` for an account without password; never true. */
  verifyNothing(password: string): Promise<false>;
  /** True when the hash was made with weaker settings than today's. */
  isOutdated(hash: string): boolean;
}

/** The same keys give the same password on every keyboard. */
export function normalisePassword(password: string): string {
  return password.normalize('NFC');
}

/** Length and a list of known ones, no rules about signs: they make passwords worse. @throws SignInError */
export function checkPassword(password: string): void {
  const length = [...normalisePassword(password)].length;
  if (length < PASSWORD_MIN) throw new SignInError('password-short', { min: PASSWORD_MIN });
  if (length > PASSWORD_MAX) throw new SignInError('password-long', { max: PASSWORD_MAX });
  if (isCommonPassword(password)) throw new SignInError('password-common');
}
