import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { OfficerMessagesScreen } from '#app/screens/officer/messages.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readOfficerMessages } from './reading/messages.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('officer.messages.title');

export async function loader(args: LoaderFunctionArgs) {
  return json(await readOfficerMessages(await openVisit(args)));
}

export default function Messages() {
  return <OfficerMessagesScreen {...useView<typeof loader>()} />;
}
