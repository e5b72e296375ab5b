import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { TodayScreen } from '#app/screens/officer/today.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readToday } from './reading/today.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('officer.today.title');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  return json(await readToday(visit, args.context.services.logHealth()));
}

export default function Today() {
  return <TodayScreen {...useView<typeof loader>()} />;
}
