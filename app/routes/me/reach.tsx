import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { ReachScreen } from '#app/screens/me/reach.tsx';
import { pageTitle } from './page-title.ts';
import { readReach } from './reading/reach.server.ts';
import { openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.reach.title');

export async function loader(args: LoaderFunctionArgs) {
  return json(await readReach(await openVisit(args)));
}

export default function Reach() {
  return <ReachScreen {...useView<typeof loader>()} />;
}
