import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { evenTime } from '#app/auth/even-time.ts';
import { createTranslator } from '#app/i18n/translator.ts';
import joinStyles from '#app/screens/join/join.css?url';
import { JoinScreen } from '#app/screens/join/join.tsx';
import { type JoinView, joinPath, type SentJoin } from '#app/screens/join/join-view.ts';
import { formHeaders } from '../auth/form-headers.ts';
import { namedTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { findJoinCompany, readJoinView } from './reading/join-view.server.ts';
import { sendJoin } from './reading/send-join.server.ts';

export const meta: MetaFunction = namedTitle((data, locale) => {
  const view = data as JoinView | undefined;
  return view && createTranslator(locale)('public.join.title', { company: view.company.name });
});
export const handle = { width: 'narrow', keeps: true };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: joinStyles }];

export const headers = formHeaders;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const company = await findJoinCompany(context.services.core, params.company);
  return json(await readJoinView(request, context, company));
}

/** The same answer in the same time, whether the address is new, unconfirmed or known. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const startedAt = performance.now();
  const company = await findJoinCompany(context.services.core, params.company);
  const returned = await sendJoin(request, context, company);
  if (returned) return json(returned.sent, { status: returned.status, headers: returned.headers });
  await evenTime(startedAt);
  return redirect(`${joinPath(company.slug)}/sent`, 303);
}

export default function Join() {
  return <JoinScreen view={useView<typeof loader>()} sent={useActionData() as SentJoin | undefined} />;
}
