import type { MetaFunction } from '@remix-run/node';
import { SignedOutScreen } from '#app/screens/auth/signed-out.tsx';
import { pageTitle } from '../me/page-title.ts';

export const meta: MetaFunction = pageTitle('auth.signedOut.title');
export const handle = { width: 'narrow' };

export default function SignedOut() {
  return <SignedOutScreen />;
}
