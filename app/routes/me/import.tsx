import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { ImportScreen } from '#app/screens/me/import.tsx';
import { pageTitle } from './page-title.ts';
import { readImportStart, upload } from './reading/import.server.ts';
import { openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.bring.title');
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readImportStart(await openVisit(args)));
}

/** Who sends is established before the first byte of the file is read. */
export async function action(args: ActionFunctionArgs) {
  return upload(args, await openVisit(args));
}

export default function Import() {
  return <ImportScreen {...useView<typeof loader>()} {...useActionData<typeof action>()} />;
}
