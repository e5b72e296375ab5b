import type { MetaFunction } from '@remix-run/node';
import { NewLinkSentScreen } from '#app/screens/mail/new-link.tsx';
import { pageTitle } from '../me/page-title.ts';

export const meta: MetaFunction = pageTitle('byMail.newLink.sentTitle');
export const handle = { width: 'narrow' };

export default function NewLinkSent() {
  return <NewLinkSentScreen />;
}
