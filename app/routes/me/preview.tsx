import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import { previewDisclosure } from '#app/core/vault/doors/preview-disclosure.ts';
import { type PreviewPurpose, PreviewScreen } from '#app/screens/me/preview.tsx';
import { pageTitle } from './page-title.ts';
import { findCompany, nameOf, readCompanyCase } from './reading/find-company.server.ts';
import { lineOf, runningPause } from './reading/lines.server.ts';
import { openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.preview.title');
export const handle = { width: 'narrow' };

/** What the company would get now, purpose by purpose, by the way that a real look takes. Nobody looks. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  const { core, customer, at } = visit;
  const company = await findCompany(visit, args.params.company);
  const { relationship, standings } = await readCompanyCase(visit, company);
  if (!relationship) throw notFound();
  const purposes: PreviewPurpose[] = [];
  for (const found of standings) {
    const { basis, id } = found.purpose;
    if (basis !== 'consent' && basis !== 'objection') continue;
    const row = await previewDisclosure(core, customer.id, relationship, id);
    purposes.push({
      line: lineOf(found, runningPause(relationship.pausedUntil, at)),
      row: row ? { since: row.since, fields: row.fields, values: row.values, channels: row.channels } : null,
    });
  }
  return json({ company: nameOf(company), subject: relationship.subject, purposes });
}

export default function Preview() {
  return <PreviewScreen {...useView<typeof loader>()} />;
}
