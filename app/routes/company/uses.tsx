import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import type { UsesForm } from '#app/screens/company/use-report-form.tsx';
import { UsesScreen } from '#app/screens/company/uses.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { reportUses, switchReporting } from './reading/report-uses.server.ts';
import { readUses } from './reading/uses.server.ts';
import { openHomeVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('company.uses.title');

export async function loader(args: LoaderFunctionArgs) {
  return json(await readUses(await openHomeVisit(args)));
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openHomeVisit(args);
  const form = await args.request.formData();
  return form.get('act') === 'report' ? reportUses(visit, form) : switchReporting(visit, form);
}

export default function Uses() {
  return <UsesScreen view={useView<typeof loader>()} form={useActionData() as UsesForm | undefined} />;
}
