import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import { safePath } from '#app/auth/safe-path.ts';
import { listDemoMails } from '#app/mail/list-demo-mails.ts';
import demoStyles from '#app/screens/demo/demo.css?url';
import { MailboxScreen, type MailView } from '#app/screens/demo/mailbox.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';

export const meta: MetaFunction = pageTitle('demo.mailbox.title');
export const handle = { width: 'narrow' };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: demoStyles }];

export async function loader({ context }: LoaderFunctionArgs) {
  const { core, config } = context.services;
  if (!config.demo) throw notFound();
  const mails = await listDemoMails(core);
  const views = mails.map(
    ({ id, recipient, subject, text, html, sentAt }): MailView => ({
      id,
      recipient,
      subject,
      text: withLinks(text, config.baseUrl),
      html,
      sentAt,
    }),
  );
  return json(views);
}

/** Links into this portal become links to press; any other address stays text. */
function withLinks(text: string, baseUrl: string): MailView['text'] {
  return text.split(/(https?:\/\/\S+)/).map((part) => {
    const path = part.startsWith(`${baseUrl}/`) ? safePath(part.slice(baseUrl.length), '') : '';
    return { text: part, href: path || null };
  });
}

export default function Mailbox() {
  return <MailboxScreen mails={useView<typeof loader>()} />;
}
