import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { BroughtEntryScreen } from '#app/screens/me/brought-entry.tsx';
import { pageTitle } from './page-title.ts';
import { readBroughtEntry } from './reading/brought.server.ts';
import { openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.bring.listTitle');
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readBroughtEntry(await openVisit(args), args.params.entry));
}

export default function BroughtEntry() {
  return <BroughtEntryScreen {...useView<typeof loader>()} />;
}
