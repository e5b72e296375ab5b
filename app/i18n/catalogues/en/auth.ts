import type { Shape } from '../../message-key.ts';
import type { auth as german } from '../de/auth.ts';

export const auth: Shape<typeof german> = {
  signIn: { title: 'Sign in' },
  code: { title: 'Enter the code' },
  register: { title: 'Create an account' },
  confirm: { title: 'Confirm your address' },
  password: { title: 'Password' },
  reset: { title: 'New password' },
  signedOut: { title: 'You are signed out' },
  staffSignIn: { title: 'Sign in for staff' },
};
