import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { type EntryField, PersonRecordScreen } from '#app/screens/company/person-record.tsx';
import type { SentForm } from '#app/screens/thread/view.ts';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readPersonRecord, writePersonRecord } from './reading/person-record.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('company.dialogue.record.title');
export const handle = { width: 'narrow', keeps: true };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readPersonRecord(await openVisit(args), args.params.subject));
}

export async function action(args: ActionFunctionArgs) {
  return writePersonRecord(await openVisit(args), args.params.subject, await args.request.formData());
}

export default function PersonRecord() {
  const form = useActionData() as SentForm<EntryField> | undefined;
  return <PersonRecordScreen view={useView<typeof loader>()} form={form} />;
}
