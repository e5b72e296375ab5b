import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { opensPage } from '#app/http/opens-page.ts';
import { type AnswerField, StaffThreadScreen, type StaffThreadView } from '#app/screens/company/thread.tsx';
import type { SentForm } from '#app/screens/thread/view.ts';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { answerAsStaff, readStaffThread } from './reading/thread.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('company.dialogue.thread.title');
export const handle = { width: 'narrow', keeps: (data: unknown) => (data as StaffThreadView).mayWrite };

export async function loader(args: LoaderFunctionArgs) {
  return json(
    await readStaffThread(await openVisit(args), 'marketer', args.params.thread, opensPage(args.request)),
  );
}

export async function action(args: ActionFunctionArgs) {
  return answerAsStaff(await openVisit(args), 'marketer', args.params.thread, await args.request.formData());
}

export default function Thread() {
  const form = useActionData() as SentForm<AnswerField> | undefined;
  return <StaffThreadScreen view={useView<typeof loader>()} form={form} />;
}
