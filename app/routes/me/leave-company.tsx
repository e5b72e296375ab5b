import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { LeaveCompanyScreen, type LeaveCompanyView } from '#app/screens/me/leave-company.tsx';
import { namedTitle } from './page-title.ts';
import { findCompany } from './reading/find-company.server.ts';
import { leaveCompany, readLeaveCompany } from './reading/leave.server.ts';
import { openPost, openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = namedTitle((data) => (data as LeaveCompanyView | undefined)?.company.name);
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  return json(await readLeaveCompany(visit, await findCompany(visit, args.params.company)));
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openPost(args);
  return leaveCompany(visit, await findCompany(visit, args.params.company));
}

export default function LeaveCompany() {
  return <LeaveCompanyScreen {...useView<typeof loader>()} />;
}
