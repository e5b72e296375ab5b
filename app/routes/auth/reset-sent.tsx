import type { MetaFunction } from '@remix-run/node';
import { LinkSentScreen } from '#app/screens/auth/sent.tsx';
import { pageTitle } from '../me/page-title.ts';

export const meta: MetaFunction = pageTitle('auth.reset.sentTitle');
export const handle = { width: 'narrow' };

export default function ResetSent() {
  return <LinkSentScreen kind="reset" />;
}
