import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { RequestsScreen } from '#app/screens/officer/requests.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readQueue } from './reading/requests.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('officer.requests.title');
export const handle = { width: 'wide' };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readQueue(await openVisit(args)));
}

export default function Requests() {
  return <RequestsScreen {...useView<typeof loader>()} />;
}
