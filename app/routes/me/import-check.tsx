import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { ImportCheckScreen } from '#app/screens/me/import-check.tsx';
import { pageTitle } from './page-title.ts';
import { answerImport, readImportCheck } from './reading/import.server.ts';
import { openPost, openVisit, seeOther } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.bring.title');
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  const view = await readImportCheck(args.context.services, await openVisit(args));
  if (!view) throw seeOther('/me/import');
  return json(view);
}

export async function action(args: ActionFunctionArgs) {
  return answerImport(args.context.services, await openPost(args));
}

export default function ImportCheck() {
  return <ImportCheckScreen {...useView<typeof loader>()} />;
}
