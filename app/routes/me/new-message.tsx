import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import type { NewMessageField } from '#app/screens/me/new-message.tsx';
import { NewMessageScreen } from '#app/screens/me/new-message.tsx';
import type { SentForm } from '#app/screens/thread/view.ts';
import { pageTitle } from './page-title.ts';
import { readNewMessage, sendNewMessage } from './reading/new-message.server.ts';
import { openPost, openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.newMessage.title');
export const handle = { width: 'narrow', keeps: true };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readNewMessage(await openVisit(args)));
}

export async function action(args: ActionFunctionArgs) {
  return sendNewMessage(await openPost(args));
}

export default function NewMessage() {
  const form = useActionData() as SentForm<NewMessageField> | undefined;
  return <NewMessageScreen view={useView<typeof loader>()} form={form} />;
}
