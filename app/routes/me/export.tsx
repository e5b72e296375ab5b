import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { isSteppedUp } from '#app/core/sign-in/session.ts';
import { ExportScreen } from '#app/screens/me/export.tsx';
import { pageTitle } from './page-title.ts';
import { openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.takeAlong.title');
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  const { session, at } = await openVisit(args);
  return json({ fresh: isSteppedUp(session, at) });
}

export default function Export() {
  return <ExportScreen {...useView<typeof loader>()} />;
}
