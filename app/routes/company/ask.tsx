import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { type AskForm, AskScreen } from '#app/screens/company/ask.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { ask, readAskView } from './reading/ask.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('company.ask.headline');
export const handle = { width: 'narrow', keeps: true };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readAskView(await openVisit(args), args.params.purpose));
}

export async function action(args: ActionFunctionArgs) {
  return ask(await openVisit(args), args.params.purpose, await args.request.formData());
}

export default function Ask() {
  return <AskScreen view={useView<typeof loader>()} form={useActionData() as AskForm | undefined} />;
}
