import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { OverviewScreen } from '#app/screens/company/overview.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readOverview } from './reading/overview.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('company.overview.title');

export async function loader(args: LoaderFunctionArgs) {
  return json(await readOverview(await openVisit(args)));
}

export default function Overview() {
  return <OverviewScreen {...useView<typeof loader>()} />;
}
