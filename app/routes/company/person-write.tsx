import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import {
  type FirstField,
  PersonWriteScreen,
  type PersonWriteView,
} from '#app/screens/company/person-write.tsx';
import type { SentForm } from '#app/screens/thread/view.ts';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readPersonWrite, writeToPerson } from './reading/person-write.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('company.dialogue.write.title');
export const handle = { width: 'narrow', keeps: (data: unknown) => !(data as PersonWriteView).done };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readPersonWrite(await openVisit(args), args.params.subject));
}

export async function action(args: ActionFunctionArgs) {
  return writeToPerson(await openVisit(args), args.params.subject, await args.request.formData());
}

export default function PersonWrite() {
  const form = useActionData() as SentForm<FirstField> | undefined;
  return <PersonWriteScreen view={useView<typeof loader>()} form={form} />;
}
