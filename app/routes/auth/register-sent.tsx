import type { MetaFunction } from '@remix-run/node';
import { LinkSentScreen } from '#app/screens/auth/sent.tsx';
import { pageTitle } from '../me/page-title.ts';

export const meta: MetaFunction = pageTitle('auth.register.sentTitle');
export const handle = { width: 'narrow' };

export default function RegisterSent() {
  return <LinkSentScreen kind="register" />;
}
