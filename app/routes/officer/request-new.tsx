import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { RequestNewScreen } from '#app/screens/officer/request-new.tsx';
import type { SentNewRequest } from '#app/screens/officer/request-view.ts';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { openNoVisit } from './reading/no-visit.server.ts';
import { readNewRequest, recordNewRequest } from './reading/request-new.server.ts';

export const meta: MetaFunction = pageTitle('officer.requests.form.title');
export const handle = { width: 'narrow', keeps: true };

export async function loader(args: LoaderFunctionArgs) {
  return json(readNewRequest(await openNoVisit(args)));
}

export async function action(args: ActionFunctionArgs) {
  return recordNewRequest(await openNoVisit(args), await args.request.formData());
}

export default function RequestNew() {
  const sent = useActionData() as SentNewRequest | undefined;
  return <RequestNewScreen view={useView<typeof loader>()} sent={sent} />;
}
