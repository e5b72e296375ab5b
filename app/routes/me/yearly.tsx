import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { YearlyScreen } from '#app/screens/me/yearly.tsx';
import { pageTitle } from './page-title.ts';
import { openPost, openVisit } from './reading/visit.server.ts';
import { actYearly, readYearly } from './reading/yearly.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.yearly.title');
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readYearly(await openVisit(args)));
}

export async function action(args: ActionFunctionArgs) {
  return actYearly(await openPost(args));
}

export default function Yearly() {
  return <YearlyScreen {...useView<typeof loader>()} />;
}
