import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { EndingScreen } from '#app/screens/officer/ending.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readEndingPeople } from './reading/ending.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('officer.ending.title');

export async function loader(args: LoaderFunctionArgs) {
  return json(await readEndingPeople(await openVisit(args)));
}

export default function Ending() {
  return <EndingScreen {...useView<typeof loader>()} />;
}
