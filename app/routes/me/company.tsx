import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { CompanyScreen } from '#app/screens/me/company.tsx';
import type { CompanyView } from '#app/screens/me/company-view.ts';
import { companyPath } from '#app/screens/me/view.ts';
import { namedTitle } from './page-title.ts';
import { changeCompany } from './reading/change-company.server.ts';
import { readCompanyView } from './reading/company-view.server.ts';
import { findCompany } from './reading/find-company.server.ts';
import { openPost, openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = namedTitle((data) => (data as CompanyView | undefined)?.company.name);

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  const company = await findCompany(visit, args.params.company);
  return json(await readCompanyView(visit, company, false));
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openPost(args);
  const company = await findCompany(visit, args.params.company);
  return changeCompany(visit, company, companyPath(company.slug));
}

export default function CompanyPage() {
  return <CompanyScreen {...useView<typeof loader>()} />;
}
