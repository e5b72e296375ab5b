import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { localeOf } from '#app/http/read-frame.server.ts';
import { ExportScreen } from '#app/screens/me/export.tsx';
import { pageTitle } from './page-title.ts';
import { prepareExport, readExport } from './reading/export.server.ts';
import { openPost, openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.takeAlong.title');
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readExport(await openVisit(args)));
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openPost(args);
  const { customer, session } = visit;
  return prepareExport(visit, localeOf(args.request, { kind: 'customer', customer, session }));
}

export default function Export() {
  return <ExportScreen {...useView<typeof loader>()} />;
}
