import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { VerifyScreen } from '#app/screens/officer/verify.tsx';
import { pageTitle } from '../me/page-title.ts';
import { seeOther } from '../me/reading/visit.server.ts';
import { useView } from '../me/use-view.ts';
import { readVerify } from './reading/verify.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('officer.verify.title');

export async function loader(args: LoaderFunctionArgs) {
  return json(await readVerify(await openVisit(args), args.context.services));
}

/** Checks now and answers when the check is over; whoever asks meanwhile waits for the same one. */
export async function action(args: ActionFunctionArgs) {
  await openVisit(args);
  await args.context.services.checkLog();
  return seeOther('/officer/verify', { done: 'checked' });
}

export default function Verify() {
  return <VerifyScreen {...useView<typeof loader>()} />;
}
