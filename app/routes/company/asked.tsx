import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { AskedScreen } from '#app/screens/company/asked.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readAsked } from './reading/ask.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('company.ask.title');

export async function loader(args: LoaderFunctionArgs) {
  return json(await readAsked(await openVisit(args)));
}

export default function Asked() {
  return <AskedScreen {...useView<typeof loader>()} />;
}
