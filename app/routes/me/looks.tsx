import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { LooksScreen, looksPath } from '#app/screens/me/looks.tsx';
import { FieldId } from '#schema/field.ts';
import { Instant } from '#schema/instant.ts';
import { pageTitle } from './page-title.ts';
import { findCompany, nameOf } from './reading/find-company.server.ts';
import { readLookDays } from './reading/look-days.server.ts';
import { readLookPage } from './reading/looks.server.ts';
import { oneOf, openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.looks.title');

const LINES = 15;
/** Who of a company ever looks. */
const ROLES = ['marketer', 'officer'] as const;

/** Who looked, newest first, with the last weeks as a calendar; by company, detail and team. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  const { core, customer, url } = visit;
  const { read } = core.storage;
  const slug = url.searchParams.get('company') || null;
  const chosen = slug === null ? undefined : await findCompany(visit, slug);
  const field = FieldId.safeParse(url.searchParams.get('field') || undefined).data;
  const role = oneOf(ROLES, url.searchParams.get('role'));
  const before = Instant.safeParse(url.searchParams.get('before')).data;
  const { lines, next } = await readLookPage(core, customer.id, {
    companyId: chosen?.id,
    field,
    role: role ?? undefined,
    before,
    lines: LINES,
  });
  const known = new Set(
    (await read.relationship.allOfCustomer(customer.id)).map(({ companyId }) => companyId),
  );
  const filter = { company: slug, field: field ?? null, role };
  return json({
    companies: (await read.company.all()).filter(({ id }) => known.has(id)).map(nameOf),
    chosen: chosen ? nameOf(chosen) : null,
    fields: await read.disclosure.fieldsSeen(customer.id),
    roles: ROLES,
    filter,
    ...(await readLookDays(visit, chosen?.id)),
    looks: lines,
    next: next ? looksPath({ ...filter, before: next }) : null,
    isFirstPage: before === undefined,
  });
}

export default function Looks() {
  return <LooksScreen {...useView<typeof loader>()} />;
}
