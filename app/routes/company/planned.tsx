import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { type PlannedForm, PlannedScreen } from '#app/screens/company/planned.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { changePlanned, readPlanned } from './reading/planned.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('company.planned.title');

export async function loader(args: LoaderFunctionArgs) {
  return json(await readPlanned(await openVisit(args)));
}

export async function action(args: ActionFunctionArgs) {
  return changePlanned(await openVisit(args), await args.request.formData());
}

export default function Planned() {
  return <PlannedScreen view={useView<typeof loader>()} form={useActionData() as PlannedForm | undefined} />;
}
