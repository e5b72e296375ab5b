import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { CompanyMessagesScreen } from '#app/screens/company/messages.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readCompanyMessages } from './reading/messages.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('company.dialogue.messages.title');

export async function loader(args: LoaderFunctionArgs) {
  return json(await readCompanyMessages(await openVisit(args)));
}

export default function Messages() {
  return <CompanyMessagesScreen {...useView<typeof loader>()} />;
}
