import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { BroughtScreen } from '#app/screens/me/brought.tsx';
import { pageTitle } from './page-title.ts';
import { readBrought } from './reading/brought.server.ts';
import { openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.bring.listTitle');
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readBrought(await openVisit(args), args.params.source));
}

export default function Brought() {
  return <BroughtScreen {...useView<typeof loader>()} />;
}
