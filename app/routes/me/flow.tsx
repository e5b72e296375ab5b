import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { profileValue } from '#app/core/profile/derive-value.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import flowStyles from '#app/screens/me/flow.css?url';
import { type FlowLine, FlowScreen } from '#app/screens/me/flow.tsx';
import { pageTitle } from './page-title.ts';
import { nameOf } from './reading/find-company.server.ts';
import { readConnected } from './reading/lines.server.ts';
import { openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.flow.title');
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: flowStyles }];

/** Every detail that has a value, with every purpose and company that may use it now: from the permission itself. */
export async function loader(args: LoaderFunctionArgs) {
  const { core, customer, at } = await openVisit(args);
  const entries = await readOwn(core, customer.id);
  const lines: FlowLine[] = [];
  for (const { company, standings } of await readConnected(core, customer.id, at)) {
    for (const { purpose, permission, granted, current } of standings) {
      const { title } = (granted ?? current).content;
      for (const field of permission.fields) {
        if (profileValue(field, entries) === undefined) continue;
        lines.push({ field, purpose: purpose.slug, title, company: nameOf(company) });
      }
    }
  }
  return json({ lines });
}

export default function Flow() {
  return <FlowScreen {...useView<typeof loader>()} />;
}
