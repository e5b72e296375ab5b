import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import { CompaniesScreen } from '#app/screens/me/companies.tsx';
import { companyPath } from '#app/screens/me/view.ts';
import { pageTitle } from './page-title.ts';
import { findCompany, findOnlyCompany, nameOf } from './reading/find-company.server.ts';
import { openPost, openVisit, seeOther } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.companies.title');

/** The directory; a portal of one company has none. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  const { core, customer, intentId } = visit;
  if (await findOnlyCompany(visit)) throw redirect('/me');
  const { read } = core.storage;
  const all = await read.relationship.allOfCustomer(customer.id);
  const connected = all.filter(({ endedAt }) => endedAt === null);
  const known = new Set(all.map(({ companyId }) => companyId));
  const companies = await Promise.all(
    (await read.company.all()).map(async (company) => ({
      ...nameOf(company),
      about: company.profile.about,
      connectedSince: connected.find(({ companyId }) => companyId === company.id)?.createdAt ?? null,
      // Whoever left and comes back starts none of it anew.
      runsAtOnce: (known.has(company.id) ? [] : await read.purpose.current(company.id))
        .filter(({ purpose }) => purpose.basis === 'objection')
        .map(({ version }) => version.content.title),
    })),
  );
  return json({ companies, intentId });
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openPost(args);
  const slug = visit.form.get('company');
  const company = await findCompany(visit, typeof slug === 'string' ? slug : undefined);
  const { core, customer } = visit;
  await connectCompany(core, { customerId: customer.id, companyId: company.id, source: 'directory' });
  return seeOther(companyPath(company.slug), { done: 'connected' });
}

export default function Companies() {
  return <CompaniesScreen {...useView<typeof loader>()} />;
}
