import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { type RecallForm, RecallsScreen } from '#app/screens/company/recalls.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { confirmFromForm, readRecallsView } from './reading/recalls.server.ts';
import { openHomeVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('company.recalls.title');

export async function loader(args: LoaderFunctionArgs) {
  return json(await readRecallsView(await openHomeVisit(args)));
}

export async function action(args: ActionFunctionArgs) {
  return confirmFromForm(await openHomeVisit(args), await args.request.formData());
}

export default function Recalls() {
  return <RecallsScreen view={useView<typeof loader>()} form={useActionData() as RecallForm | undefined} />;
}
