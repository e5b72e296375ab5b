import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { type NoForm, RecordNoScreen } from '#app/screens/company/record-no.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readNoView, writeDownNo } from './reading/record-no.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('company.no.title');
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readNoView(await openVisit(args), args.params.subject));
}

export async function action(args: ActionFunctionArgs) {
  return writeDownNo(await openVisit(args), args.params.subject, await args.request.formData());
}

export default function RecordNo() {
  return <RecordNoScreen view={useView<typeof loader>()} form={useActionData() as NoForm | undefined} />;
}
