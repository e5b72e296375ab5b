import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { RightsScreen } from '#app/screens/me/rights.tsx';
import { pageTitle } from './page-title.ts';
import { readRights } from './reading/rights.server.ts';
import { openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.rights.title');
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readRights(await openVisit(args)));
}

export default function Rights() {
  return <RightsScreen {...useView<typeof loader>()} />;
}
