import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { RecallsScreen } from '#app/screens/me/recalls.tsx';
import { pageTitle } from './page-title.ts';
import { readRecalls } from './reading/recalls.server.ts';
import { openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.recalls.title');
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  return json({ recalls: await readRecalls(await openVisit(args)) });
}

export default function Recalls() {
  return <RecallsScreen {...useView<typeof loader>()} />;
}
