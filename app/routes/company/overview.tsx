import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { OverviewScreen } from '#app/screens/company/overview.tsx';
import { OwnerHome } from '#app/screens/company/owner-home.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readOverview } from './reading/overview.server.ts';
import { readOwnerView } from './reading/owner.server.ts';
import { openHomeVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('company.overview.title');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openHomeVisit(args);
  if (visit.staff.roles.includes('marketer')) {
    return json({ overview: await readOverview(visit), owner: null });
  }
  return json({ overview: null, owner: await readOwnerView(visit) });
}

export default function Overview() {
  const { overview, owner } = useView<typeof loader>();
  return overview ? <OverviewScreen {...overview} /> : <OwnerHome {...owner} />;
}
