import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { LogScreen } from '#app/screens/officer/log.tsx';
import type { LogSearchProblem } from '#app/screens/officer/log-view.ts';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readLog, searchLog } from './reading/log.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('officer.log.title');
export const handle = { width: 'wide' };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readLog(await openVisit(args)));
}

/** The search, by POST: an e-mail address must stand in no address of a page (ASVS 14.2.1). */
export async function action(args: ActionFunctionArgs) {
  return searchLog(await openVisit(args), await args.request.formData());
}

export default function Log() {
  return (
    <LogScreen view={useView<typeof loader>()} problem={useActionData() as LogSearchProblem | undefined} />
  );
}
