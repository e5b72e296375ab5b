import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { RecallsScreen } from '#app/screens/officer/recalls.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readRecallsPage } from './reading/recalls.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('officer.recalls.title');
export const handle = { width: 'wide' };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readRecallsPage(await openVisit(args)));
}

export default function Recalls() {
  return <RecallsScreen {...useView<typeof loader>()} />;
}
