import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import { openInteractions, openStatements } from '#app/core/vault/doors/open-dialogue.ts';
import { CompanyRecordScreen } from '#app/screens/me/company-record.tsx';
import { pageTitle } from './page-title.ts';
import { findCompany, nameOf } from './reading/find-company.server.ts';
import { pageEndOf, pageEndText } from './reading/page-end.server.ts';
import { openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.record.title');
export const handle = { width: 'narrow' };

const PAGE = 50;

/** Everything that one company wrote down about the relationship. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  const { core, customer, url } = visit;
  const { read } = core.storage;
  const company = await findCompany(visit, args.params.company);
  const relationship = await read.relationship.findLive(customer.id, company.id);
  if (!relationship) throw notFound();
  const before = pageEndOf(url.searchParams.get('before'));
  const found = await read.interaction.ofRelationship(relationship.id, PAGE + 1, before);
  const shown = found.slice(0, PAGE);
  const statements = await openStatements(core, await read.thread.statementsOfRelationship(relationship.id));
  const last = found.length > PAGE ? shown.at(-1) : undefined;
  return json({
    company: nameOf(company),
    entries: (await openInteractions(core, shown)).map((entry) => {
      const { id, kind, happenedOn, role, recordedAt, text } = entry;
      const said = statements.find(({ targetId }) => targetId === id);
      const statement = said ? { at: said.at, text: said.text } : null;
      return { id, kind, happenedOn, role, recordedAt, text, statement };
    }),
    next: last
      ? `/me/companies/${company.slug}/record?before=${pageEndText({ at: last.recordedAt, id: last.id })}`
      : null,
    isFirstPage: before === undefined,
  });
}

export default function CompanyRecord() {
  return <CompanyRecordScreen {...useView<typeof loader>()} />;
}
