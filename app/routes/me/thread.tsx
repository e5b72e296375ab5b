import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { opensPage } from '#app/http/opens-page.ts';
import { type OwnThreadView, type ThreadField, ThreadScreen } from '#app/screens/me/thread.tsx';
import type { SentForm } from '#app/screens/thread/view.ts';
import { pageTitle } from './page-title.ts';
import { actOnThread, readOwnThread } from './reading/thread.server.ts';
import { openPost, openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.thread.title');
export const handle = {
  width: 'narrow',
  keeps: (data: unknown) => (data as OwnThreadView).thread.state !== 'closed',
};

export async function loader(args: LoaderFunctionArgs) {
  return json(await readOwnThread(await openVisit(args), args.params.thread, opensPage(args.request)));
}

export async function action(args: ActionFunctionArgs) {
  return actOnThread(await openPost(args), args.params.thread);
}

export default function Thread() {
  const form = useActionData() as SentForm<ThreadField> | undefined;
  return <ThreadScreen view={useView<typeof loader>()} form={form} />;
}
