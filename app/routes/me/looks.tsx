import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { LooksScreen } from '#app/screens/me/looks.tsx';
import { Instant } from '#schema/instant.ts';
import { pageTitle } from './page-title.ts';
import { findCompany, nameOf } from './reading/find-company.server.ts';
import { readLookDays } from './reading/look-days.server.ts';
import { readLooks } from './reading/looks.server.ts';
import { openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.looks.title');

const PAGE = 25;

/** Who looked, newest first, with the last weeks as a calendar. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  const { core, customer, url } = visit;
  const slug = url.searchParams.get('company');
  const chosen = slug === null ? undefined : await findCompany(visit, slug);
  const before = Instant.safeParse(url.searchParams.get('before')).data;
  const looks = await readLooks(core, customer.id, { companyId: chosen?.id, before, limit: PAGE + 1 });
  const shown = looks.slice(0, PAGE);
  const { read } = core.storage;
  const known = new Set(
    (await read.relationship.allOfCustomer(customer.id)).map(({ companyId }) => companyId),
  );
  const last = looks.length > PAGE ? shown.at(-1) : undefined;
  return json({
    companies: (await read.company.all()).filter(({ id }) => known.has(id)).map(nameOf),
    chosen: chosen ? nameOf(chosen) : null,
    ...(await readLookDays(visit, chosen?.id)),
    looks: shown,
    next: last
      ? `/me/looks?${new URLSearchParams({ ...(slug ? { company: slug } : {}), before: last.at })}`
      : null,
    isFirstPage: before === undefined,
  });
}

export default function Looks() {
  return <LooksScreen {...useView<typeof loader>()} />;
}
