import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { LooksScreen } from '#app/screens/officer/looks.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readLooksPage } from './reading/looks.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('officer.looks.title');
export const handle = { width: 'wide' };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readLooksPage(await openVisit(args)));
}

export default function Looks() {
  return <LooksScreen {...useView<typeof loader>()} />;
}
