import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import joinStyles from '#app/screens/join/join.css?url';
import { SentScreen, type SentView } from '#app/screens/join/sent.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { findJoinCompany } from './reading/join-view.server.ts';

export const meta: MetaFunction = pageTitle('public.join.sent.title');
export const handle = { width: 'narrow' };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: joinStyles }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { core, mailer } = context.services;
  const { slug, profile } = await findJoinCompany(core, params.company);
  const view: SentView = { company: { slug, name: profile.name }, demo: mailer.mode === 'demo' };
  return json(view);
}

export default function Sent() {
  return <SentScreen {...useView<typeof loader>()} />;
}
